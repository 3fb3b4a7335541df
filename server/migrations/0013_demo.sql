create table demo_world (
  singleton boolean primary key default true check (singleton),
  seed bigint not null,
  epoch timestamptz not null,
  done boolean not null default false
);
create table demo_people (
  account_id uuid primary key references accounts on delete cascade,
  wallet_index int not null unique,
  kind text not null,
  place int not null
);
create table faucet_payments (
  account_id uuid not null references accounts on delete cascade,
  at timestamptz not null,
  amount_wei numeric(78, 0) not null
);
create index faucet_payments_account on faucet_payments (account_id, at);
