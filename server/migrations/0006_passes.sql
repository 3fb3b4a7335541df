create table pass_collections (
  chain_id int not null,
  address text not null,
  creator_wallet text not null,
  created_block bigint not null,
  primary key (chain_id, address)
);
create index pass_collections_creator on pass_collections (creator_wallet);

create table pass_tiers (
  chain_id int not null,
  collection text not null,
  tier_id int not null,
  price_wei numeric(78, 0) not null check (price_wei >= 0),
  duration_s bigint not null check (duration_s >= 0),
  max_supply bigint not null,
  minted bigint not null default 0,
  flags int not null,
  primary key (chain_id, collection, tier_id)
);

-- Access is a fact of the token: who owns it and until when. A sale moves the row's owner, and access with it.
create table pass_tokens (
  chain_id int not null,
  collection text not null,
  token_id numeric(78, 0) not null,
  tier_id int not null,
  owner text not null,
  expires_at timestamptz,
  minted_block bigint not null,
  changed_block bigint not null,
  primary key (chain_id, collection, token_id)
);
create index pass_tokens_owner on pass_tokens (owner, collection);
create index pass_tokens_collection on pass_tokens (collection, tier_id);

-- Words for a tier; price, supply and duration are the chain's.
create table pass_tier_words (
  account_id uuid not null references accounts on delete cascade,
  tier_id int not null,
  name text not null,
  perks text[] not null,
  primary key (account_id, tier_id)
);
