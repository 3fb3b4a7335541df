-- Blocks that were applied, newest last: what a reorg is measured against.
create table chain_blocks (
  chain_id int not null,
  number bigint not null,
  hash text not null,
  parent_hash text not null,
  at timestamptz not null,
  primary key (chain_id, number)
);
-- The inbox: one log of one block, once.
create table chain_logs (
  chain_id int not null,
  block_hash text not null,
  log_index int not null,
  block_number bigint not null,
  tx_hash text not null,
  position_in_tx int not null,
  address text not null,
  topics text[] not null,
  data text not null,
  at timestamptz not null,
  primary key (chain_id, block_hash, log_index)
);
create index chain_logs_block on chain_logs (chain_id, block_number);
create index chain_logs_address on chain_logs (chain_id, address, block_number, log_index);
