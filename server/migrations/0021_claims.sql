-- Vouchers of a collection that nobody can use any more, as the chain tells: used for a pass, or withdrawn.
create table pass_spent_vouchers (
  chain_id int not null,
  collection text not null,
  nonce numeric(78, 0) not null,
  -- null is withdrawn.
  token_id numeric(78, 0),
  primary key (chain_id, collection, nonce)
);

-- A link behind which a creator's signed vouchers wait for whoever brings its secret.
create table claim_links (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts on delete cascade,
  chain_id int not null,
  collection text not null,
  tier_id bigint not null,
  -- The secret stands in the link and nowhere else: whoever reads this table can claim nothing.
  secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
  price numeric(78, 0) not null check (price >= 0),
  -- All vouchers of a link lie in one word of the contract's bitmap, so one transaction withdraws them.
  word numeric(78, 0) not null,
  uses int not null check (uses between 1 and 20),
  greeting text,
  deadline timestamptz not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  -- One voucher, one link: two links cannot hand out the same nonce.
  unique (chain_id, collection, word)
);
create index claim_links_account on claim_links (account_id, created_at desc, id desc);

create table claim_vouchers (
  link_id uuid not null references claim_links on delete cascade,
  nonce numeric(78, 0) not null,
  signature text not null,
  -- Kept for whoever asked last, until then; the chain says whether they used it.
  held_by uuid references accounts on delete set null,
  held_until timestamptz,
  primary key (link_id, nonce),
  -- One person, one voucher of a link.
  unique (link_id, held_by)
);

-- A giver's word to the receiver of a pass. `tx_hash` is the transfer that it went with; until then it waits.
create table pass_notes (
  chain_id int not null,
  collection text not null,
  token_id numeric(78, 0) not null,
  from_id uuid not null references accounts on delete cascade,
  to_id uuid not null references accounts on delete cascade,
  note text not null check (length(note) between 1 and 280),
  tx_hash text,
  written_at timestamptz not null,
  primary key (chain_id, collection, token_id, from_id)
);
