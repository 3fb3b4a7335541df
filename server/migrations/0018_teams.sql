-- The people who run an account that is not theirs alone. The account is what posts and is paid; a team has no other name.
create table teams (
  id uuid primary key default uuidv7(),
  account_id uuid not null unique references accounts on delete cascade,
  -- Where tips and payments for the account go; null is its primary wallet.
  payout_split text,
  created_at timestamptz not null
);
create table team_members (
  team_id uuid not null references teams on delete cascade,
  member_id uuid not null references accounts on delete cascade,
  role text not null check (role in ('owner', 'manager', 'writer', 'chatter', 'moderator', 'operator', 'finance')),
  since timestamptz not null,
  primary key (team_id, member_id)
);
create index team_members_member on team_members (member_id);
-- An invitation is answered once: answering deletes it.
create table team_invitations (
  id uuid primary key default uuidv7(),
  team_id uuid not null references teams on delete cascade,
  invitee_id uuid not null references accounts on delete cascade,
  role text not null check (role in ('owner', 'manager', 'writer', 'chatter', 'moderator', 'operator', 'finance')),
  inviter_id uuid not null references accounts on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (team_id, invitee_id)
);
create index team_invitations_invitee on team_invitations (invitee_id);

-- Splits as their factory announced them.
create table splits (
  chain_id int not null,
  address text not null,
  creator_wallet text not null,
  block_number bigint not null,
  at timestamptz not null,
  primary key (chain_id, address)
);
create index splits_creator on splits (creator_wallet);
create table split_shares (
  chain_id int not null,
  split text not null,
  recipient text not null,
  share_bps int not null check (share_bps between 1 and 10000),
  primary key (chain_id, split, recipient),
  foreign key (chain_id, split) references splits on delete cascade
);
create index split_shares_recipient on split_shares (recipient);
create table split_releases (
  chain_id int not null,
  split text not null,
  block_number bigint not null,
  tx_hash text not null,
  position_in_tx int not null,
  recipient text not null,
  asset text not null,
  amount numeric(78, 0) not null,
  at timestamptz not null,
  primary key (chain_id, tx_hash, position_in_tx)
);
create index split_releases_split on split_releases (chain_id, split, recipient);
