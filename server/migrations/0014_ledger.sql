-- Clones that our factories made: their logs are believed from birth on, and forgotten when a reorg unmakes them.
create table chain_clones (
  chain_id int not null,
  address text not null,
  kind text not null,
  creator text,
  born_block bigint not null,
  primary key (chain_id, address)
);
insert into chain_clones (chain_id, address, kind, creator, born_block)
select chain_id, address, 'accessPass', creator_wallet, created_block from pass_collections;

-- What kind of contract spoke.
alter table chain_logs add column kind text not null default 'passFactory';
update chain_logs l set kind = 'accessPass' from chain_clones c where c.chain_id = l.chain_id and c.address = l.address;
alter table chain_logs alter column kind drop default;

-- Double entry. A posting is what one log meant: of money, or of a token that changed hands. Amounts are in the smallest
-- unit of their asset. The chain is the truth; this is our book of it, and `npm run audit:ledger` compares the two.
create sequence ledger_posting_ids;
create table ledger_postings (
  id bigint primary key default nextval('ledger_posting_ids'),
  chain_id int not null,
  block_number bigint not null,
  block_hash text not null,
  tx_hash text not null,
  position_in_tx int not null,
  kind text not null,
  -- What the money was for: a token, or a pass as collection/id.
  subject text,
  ref text,
  at timestamptz not null,
  reverses bigint unique,
  reversed_by bigint unique,
  check (reverses is null or reversed_by is null)
);
-- One log is booked once. Only a reorg that took it back (a contra posting) lets the same log be booked again.
create unique index ledger_postings_once on ledger_postings (chain_id, tx_hash, position_in_tx)
  where reverses is null and reversed_by is null;
create index ledger_postings_block on ledger_postings (chain_id, block_number);

create table ledger_entries (
  posting_id bigint not null,
  line smallint not null,
  account text not null,
  asset text not null,
  amount numeric(78, 0) not null check (amount <> 0),
  -- What this part of the posting is: price, fee, royalty, proceeds …
  part text not null,
  -- Whose account it is: the wallet itself, or the wallet that something is owed to or set aside by.
  holder text generated always as (
    case split_part(account, ':', 1)
      when 'wallet' then split_part(account, ':', 2)
      when 'owed' then split_part(account, ':', 3)
      when 'offers' then split_part(account, ':', 3)
    end
  ) stored,
  primary key (posting_id, line)
);
create index ledger_entries_holder on ledger_entries (holder, posting_id) where holder is not null;

-- The sum of an account's entries, moved in the statement that writes them.
create table ledger_balances (
  account text not null,
  asset text not null,
  balance numeric(78, 0) not null,
  primary key (account, asset)
);

-- Entries come by whole postings, in one statement; each must sum to zero in every asset.
create function ledger_must_balance() returns trigger language plpgsql as $$
declare
  off record;
begin
  select posting_id, asset, sum(amount) as amount into off from added group by posting_id, asset having sum(amount) <> 0 limit 1;
  if found then
    raise exception 'posting % is off by % in %', off.posting_id, off.amount, off.asset using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_entries_balance after insert on ledger_entries
  referencing new table as added for each statement execute function ledger_must_balance();

-- Append-only: what was booked stays; a correction is a contra posting.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'check_violation';
end $$;
create trigger ledger_entries_stay before update or delete or truncate on ledger_entries
  for each statement execute function ledger_is_append_only();
create trigger ledger_postings_remain before delete or truncate on ledger_postings
  for each statement execute function ledger_is_append_only();
-- The one change a posting may see: the contra posting that took it back signs it, once.
create function ledger_posting_may_be_signed() returns trigger language plpgsql as $$
begin
  if old.reversed_by is null and new.reversed_by is not null
    and to_jsonb(new) - 'reversed_by' = to_jsonb(old) - 'reversed_by' then
    return new;
  end if;
  raise exception 'the ledger is append-only' using errcode = 'check_violation';
end $$;
create trigger ledger_postings_stay before update on ledger_postings
  for each row execute function ledger_posting_may_be_signed();
