-- What a row of a projection was before a run of blocks changed it, so that a reorg costs what its blocks touched and not
-- what the contract ever logged. Kept as long as the blocks of the run are.
create table chain_journal (
  chain_id int not null,
  -- The first block of the run that was taken in at once.
  run bigint not null,
  projection text not null,
  -- The primary key of the row, by column.
  key jsonb not null,
  -- Null is no row: the run brought it.
  before jsonb,
  -- The first change of a run alone says what was before it.
  primary key (chain_id, run, projection, key)
);
-- Which run a block was taken in with; null is one that the journal does not know, and then the logs are replayed.
alter table chain_blocks add column run bigint check (run <= number);

-- Notes each row that a statement is about to have changed, while a run of blocks is taken in (setting corefans.chain_run).
-- Arguments are the columns of the primary key.
create function chain_journal_note() returns trigger language plpgsql as $$
declare
  this_run text := current_setting('corefans.chain_run', true);
begin
  if coalesce(this_run, '') = '' then return null; end if;
  if tg_op = 'INSERT' then
    insert into chain_journal (chain_id, run, projection, key, before)
      select r.chain_id, this_run::bigint, tg_table_name, (select jsonb_object_agg(c, to_jsonb(r) -> c) from unnest(tg_argv) c), null
        from added r on conflict do nothing;
  else
    insert into chain_journal (chain_id, run, projection, key, before)
      select r.chain_id, this_run::bigint, tg_table_name, (select jsonb_object_agg(c, to_jsonb(r) -> c) from unnest(tg_argv) c), to_jsonb(r)
        from changed r on conflict do nothing;
  end if;
  return null;
end $$;

-- Makes a table one whose rows follow from the chain's logs alone: the journal keeps what they were.
create function chain_journal_follow(rel regclass) returns void language plpgsql as $$
declare
  keys text := (select string_agg(quote_literal(a.attname), ', ' order by a.attnum) from pg_index i
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = rel and i.indisprimary);
begin
  execute format('create trigger chain_journal_added after insert on %s referencing new table as added
                    for each statement execute function chain_journal_note(%s)', rel, keys);
  execute format('create trigger chain_journal_changed after update on %s referencing old table as changed
                    for each statement execute function chain_journal_note(%s)', rel, keys);
  execute format('create trigger chain_journal_deleted after delete on %s referencing old table as changed
                    for each statement execute function chain_journal_note(%s)', rel, keys);
end $$;

-- The block at which the oldest run begins that has blocks above this one; null where the journal cannot tell what was
-- before it: a block came without a run, or a row was noted before its table got a column.
create function chain_journal_reach(chain int, above bigint) returns bigint language plpgsql stable as $$
declare
  first_run bigint;
  is_known boolean;
begin
  select min(run), bool_and(run is not null) into first_run, is_known from chain_blocks where chain_id = chain and number > above;
  if not coalesce(is_known, false) then return null; end if;
  if exists (
    select from chain_journal j where j.chain_id = chain and j.run >= first_run and j.before is not null
      and not j.before ?& (select array_agg(attname::text) from pg_attribute
                            where attrelid = to_regclass(j.projection) and attnum > 0 and not attisdropped)
  ) then return null; end if;
  return first_run;
end $$;

-- Puts the rows of a projection back to what they were before a run, and forgets what was noted of them since.
create function chain_journal_restore(chain int, rel regclass, since bigint) returns void language plpgsql as $$
declare
  same text := (select string_agg(format('t.%1$I = k.%1$I', a.attname), ' and ') from pg_index i
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = rel and i.indisprimary);
  noted jsonb[];
  befores jsonb[];
begin
  with oldest as (
    select distinct on (j.key) j.key, j.before from chain_journal j
     where j.chain_id = chain and j.run >= since and j.projection = rel::text order by j.key, j.run
  ) select array_agg(o.key), array_agg(o.before) filter (where o.before is not null) into noted, befores from oldest o;
  if noted is null then return; end if;
  execute format('delete from %1$s t using unnest($1) n, jsonb_populate_record(null::%1$s, n) k where %2$s', rel, same) using noted;
  execute format('insert into %1$s select r.* from unnest($1) b, jsonb_populate_record(null::%1$s, b) r', rel) using befores;
  delete from chain_journal j where j.chain_id = chain and j.run >= since and j.projection = rel::text;
end $$;

select chain_journal_follow(t::regclass) from unnest(array[
  'pass_collections', 'pass_tiers', 'pass_tokens', 'pass_spent_vouchers',
  'tokens', 'token_balances', 'token_trades', 'token_candles', 'token_revocations', 'token_launches', 'token_launch_deposits',
  'market_wallets', 'market_dead_nonces', 'market_sales'
]) t;

-- A reorg unmakes the clones that were born above a block.
create index chain_clones_born on chain_clones (chain_id, born_block);

-- With which block we told that a listing is gone: a reorg above it asks whether it lives again. Those told of already may
-- have gone with any block that is still young.
alter table market_orders add column ended_block bigint;
update market_orders o set ended_block = (select max(number) from chain_blocks b where b.chain_id = o.chain_id) where ended_at is not null;
create index market_orders_ended on market_orders (chain_id, ended_block) where ended_block is not null;
