-- Personal tokens as the chain has them: every column follows from logs, so a reorg rebuilds the row from those left.
create table tokens (
  chain_id int not null,
  address text not null,
  creator_wallet text not null,
  name text not null,
  symbol text not null,
  preset int not null,
  protocol_bps int not null,
  creator_bps int not null,
  lock_s bigint not null,
  launched_at timestamptz not null,
  created_block bigint not null,
  supply numeric(78, 0) not null check (supply >= 0),
  -- What the curve holds for this supply, and what trades have set aside: together the contract's balance.
  reserve_wei numeric(78, 0) not null check (reserve_wei >= 0),
  creator_owed_wei numeric(78, 0) not null check (creator_owed_wei >= 0),
  protocol_owed_wei numeric(78, 0) not null check (protocol_owed_wei >= 0),
  -- The creator's first buy, while the token holds it.
  creator_locked numeric(78, 0) not null check (creator_locked >= 0),
  trades bigint not null,
  price_wei numeric(78, 0) not null,
  primary key (chain_id, address)
);
create index tokens_creator on tokens (creator_wallet);
create index tokens_order on tokens (chain_id, created_block, address);

create table token_balances (
  chain_id int not null,
  token text not null,
  holder text not null,
  -- Nobody owes tokens.
  amount numeric(78, 0) not null check (amount >= 0),
  primary key (chain_id, token, holder)
);
create index token_balances_rank on token_balances (chain_id, token, amount desc, holder) where amount > 0;
create index token_balances_holder on token_balances (holder) where amount > 0;

create table token_trades (
  chain_id int not null,
  token text not null,
  block_number bigint not null,
  log_index int not null,
  tx_hash text not null,
  at timestamptz not null,
  is_buy boolean not null,
  trader text not null,
  receiver text not null,
  -- Tokens that changed hands, and wei paid in (buy) or paid out (sale).
  amount numeric(78, 0) not null,
  value_wei numeric(78, 0) not null,
  creator_wei numeric(78, 0) not null,
  protocol_wei numeric(78, 0) not null,
  -- The price of the next token after this trade.
  price_wei numeric(78, 0) not null,
  primary key (chain_id, token, block_number, log_index)
);

-- Trades by minute, hour and day: written with the trades, rebuilt with them.
create table token_candles (
  chain_id int not null,
  token text not null,
  span text not null check (span in ('1m', '1h', '1d')),
  starts_at timestamptz not null,
  open_wei numeric(78, 0) not null,
  high_wei numeric(78, 0) not null,
  low_wei numeric(78, 0) not null,
  close_wei numeric(78, 0) not null,
  volume_wei numeric(78, 0) not null,
  trades int not null,
  primary key (chain_id, token, span, starts_at)
);

-- Terms an account has signed for a token that nobody has bought yet: whoever buys first brings them to the chain.
create table token_terms (
  account_id uuid primary key references accounts on delete cascade,
  chain_id int not null,
  wallet text not null,
  name text not null,
  symbol text not null,
  preset int not null,
  creator_bps int not null,
  lock_s bigint not null,
  valid_until timestamptz not null,
  nonce numeric(78, 0) not null,
  signature text not null,
  signed_at timestamptz not null
);

-- How often a wallet has revoked what it had signed; signed terms name the count.
create table token_revocations (
  chain_id int not null,
  wallet text not null,
  nonce numeric(78, 0) not null,
  primary key (chain_id, wallet)
);
