-- Fair launches as the chain has them: ten minutes of deposits, then one price. Every column follows from logs, so a reorg
-- rebuilds the rows from those left. Ids count within one contract, and a chain has one such contract.
create table token_launches (
  chain_id int not null,
  id bigint not null,
  creator_wallet text not null,
  -- The terms word by word: settling must repeat them exactly.
  name_word text not null,
  symbol_word text not null,
  preset int not null,
  creator_bps int not null,
  lock_s bigint not null,
  -- What counts of each account, and what is spent at most.
  cap_wei numeric(78, 0) not null,
  target_wei numeric(78, 0) not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  state text not null check (state in ('open', 'settled', 'failed')),
  deposited_wei numeric(78, 0) not null check (deposited_wei >= 0),
  counted_wei numeric(78, 0) not null check (counted_wei between 0 and deposited_wei),
  spent_wei numeric(78, 0) not null check (spent_wei <= counted_wei),
  tokens numeric(78, 0) not null check (tokens >= 0),
  primary key (chain_id, id)
);
create index token_launches_creator on token_launches (chain_id, creator_wallet, id desc);

create table token_launch_deposits (
  chain_id int not null,
  launch_id bigint not null,
  wallet text not null,
  -- All that was ever put in; what was claimed is told by the claim.
  amount_wei numeric(78, 0) not null check (amount_wei > 0),
  is_claimed boolean not null,
  tokens numeric(78, 0) not null,
  paid_wei numeric(78, 0) not null check (paid_wei <= amount_wei),
  refund_wei numeric(78, 0) not null,
  -- A claim hands out a whole deposit: to the wei.
  check (not is_claimed or paid_wei + refund_wei = amount_wei),
  primary key (chain_id, launch_id, wallet)
);
create index token_launch_deposits_wallet on token_launch_deposits (chain_id, wallet, launch_id desc);

-- What lies in a contract as somebody's own deposit is told to its owner like what is owed or set aside.
alter table ledger_entries alter column holder set expression as (
  case split_part(account, ':', 1)
    when 'wallet' then split_part(account, ':', 2)
    when 'owed' then split_part(account, ':', 3)
    when 'offers' then split_part(account, ':', 3)
    when 'deposit' then split_part(account, ':', 3)
  end
);
