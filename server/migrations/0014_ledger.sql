-- Clones that our factories made: their logs are believed from birth on, and forgotten when a reorg unmakes them.
create table chain_clones (
  chain_id int not null,
  address text not null,
  kind text not null,
  born_block bigint not null,
  primary key (chain_id, address)
);
insert into chain_clones (chain_id, address, kind, born_block)
select chain_id, address, 'accessPass', created_block from pass_collections;

-- What kind of contract spoke.
alter table chain_logs add column kind text not null default 'passFactory';
update chain_logs l set kind = 'accessPass' from chain_clones c where c.chain_id = l.chain_id and c.address = l.address;
alter table chain_logs alter column kind drop default;
