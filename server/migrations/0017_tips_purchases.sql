-- A promise to tip. It costs nothing and binds nobody; the chain says whether it was kept.
create table tip_intents (
  id uuid primary key default uuidv7(),
  payer_id uuid not null references accounts on delete cascade,
  payee_id uuid not null references accounts on delete cascade,
  subject_id uuid references subjects on delete set null,
  payee_wallet text not null,
  asset text not null,
  amount numeric(78, 0) not null check (amount > 0),
  created_at timestamptz not null
);
create index tip_intents_payer on tip_intents (payer_id, created_at desc);

-- A tip seen on chain, with or without a promise. A reorg marks it reversed and keeps the row.
create table tips (
  id uuid primary key default uuidv7(),
  chain_id int not null,
  block_number bigint not null,
  block_hash text not null,
  tx_hash text not null,
  position_in_tx int not null,
  payer_wallet text not null,
  payee_wallet text not null,
  -- Whose wallets they were when the tip came.
  payer_id uuid references accounts on delete set null,
  payee_id uuid references accounts on delete set null,
  asset text not null,
  gross numeric(78, 0) not null,
  fee numeric(78, 0) not null,
  credited boolean not null,
  intent_id uuid references tip_intents on delete set null,
  subject_id uuid references subjects on delete set null,
  at timestamptz not null,
  reversed_at timestamptz
);
-- One log is one tip, however often it is told. After a reorg the same transaction may come again.
create unique index tips_once on tips (chain_id, tx_hash, position_in_tx) where reversed_at is null;
-- A promise is kept once; a second payment with its reference is a tip of its own.
create unique index tips_intent on tips (intent_id) where reversed_at is null;
create index tips_payee on tips (payee_id, at desc, id desc);
create index tips_payer on tips (payer_id, at desc, id desc);
create table tip_counts (
  subject_id uuid primary key references subjects on delete cascade,
  tips int not null check (tips >= 0)
);

-- What somebody may open because they paid for it once. Written in the transaction that takes the payment in.
create table access_grants (
  subject_id uuid not null references subjects on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  source text not null check (source in ('purchase')),
  granted_at timestamptz not null,
  primary key (subject_id, account_id)
);
create index access_grants_account on access_grants (account_id);

create table purchase_invoices (
  id uuid primary key default uuidv7(),
  buyer_id uuid not null references accounts on delete cascade,
  seller_id uuid not null references accounts on delete cascade,
  subject_id uuid not null references subjects on delete cascade,
  payee_wallet text not null,
  asset text not null,
  amount numeric(78, 0) not null check (amount > 0),
  -- The contract lets a wallet use a nonce once, so an invoice cannot be paid twice from one wallet.
  nonce bigint not null check (nonce > 0),
  created_at timestamptz not null,
  unique (buyer_id, nonce)
);
create index purchase_invoices_open on purchase_invoices (buyer_id, subject_id, created_at desc);

create table purchases (
  id uuid primary key default uuidv7(),
  chain_id int not null,
  block_number bigint not null,
  block_hash text not null,
  tx_hash text not null,
  position_in_tx int not null,
  invoice_id uuid not null references purchase_invoices on delete cascade,
  buyer_id uuid not null references accounts on delete cascade,
  seller_id uuid not null references accounts on delete cascade,
  subject_id uuid not null references subjects on delete cascade,
  payer_wallet text not null,
  ref text not null,
  asset text not null,
  gross numeric(78, 0) not null,
  fee numeric(78, 0) not null,
  at timestamptz not null,
  reversed_at timestamptz
);
create unique index purchases_once on purchases (chain_id, tx_hash, position_in_tx) where reversed_at is null;
-- A wallet pays for a reference once; an invoice is paid once by whomever.
create unique index purchases_ref on purchases (chain_id, payer_wallet, ref) where reversed_at is null;
create unique index purchases_invoice on purchases (invoice_id) where reversed_at is null;
create index purchases_buyer on purchases (buyer_id, at desc, id desc);
create index purchases_wallet on purchases (payer_wallet);
