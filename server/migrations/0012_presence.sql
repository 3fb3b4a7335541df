create table last_seen (
  account_id uuid primary key references accounts on delete cascade,
  at timestamptz not null
) with (fillfactor = 50);
