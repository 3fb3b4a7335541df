create table accounts (
  id uuid primary key default uuidv7(),
  email text unique check (email = lower(email)),
  password_hash text,
  role text not null default 'member' check (role in ('member', 'moderator', 'admin')),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

-- Only the hash of a session token is kept: a leaked table signs nobody in.
create table sessions (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  account_id uuid not null references accounts on delete cascade,
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_account on sessions (account_id);

create table passkeys (
  id text primary key,
  account_id uuid not null references accounts on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_account on passkeys (account_id);

-- A challenge answers once: using it deletes it, so a replay finds nothing however many try at once.
create table challenges (
  nonce text primary key,
  kind text not null check (kind in ('siwe', 'passkey-sign-up', 'passkey-sign-in', 'passkey-add')),
  account_id uuid references accounts on delete cascade,
  expires_at timestamptz not null
);
create index challenges_age on challenges (expires_at);

-- One wallet, one account: what a wallet holds opens things for exactly one person.
create table wallets (
  address text primary key check (address ~ '^0x[0-9a-f]{40}$'),
  account_id uuid not null references accounts on delete cascade,
  kind text not null check (kind in ('browser', 'instant', 'demo')),
  is_primary boolean not null,
  wrapped_key jsonb,
  linked_at timestamptz not null
);
create index wallets_account on wallets (account_id);
create unique index wallets_one_primary on wallets (account_id) where is_primary;
