-- A promise to pay, made out for a purpose (a tip, a purchase). It costs nothing and binds nobody; the chain says whether it was kept.
create table payment_intents (
  id uuid primary key default uuidv7(),
  purpose text not null check (purpose ~ '^[a-z]+$'),
  payer_id uuid not null references accounts on delete cascade,
  payee_id uuid not null references accounts on delete cascade,
  subject_id uuid references subjects on delete set null,
  payee_wallet text not null,
  asset text not null,
  amount numeric(78, 0) not null check (amount > 0),
  -- Above zero it is to be paid once: the contract lets a wallet use a nonce once, so it cannot be charged twice from one wallet.
  nonce bigint not null check (nonce >= 0),
  created_at timestamptz not null
);
create unique index payment_intents_nonce on payment_intents (payer_id, nonce) where nonce > 0;
create index payment_intents_payer on payment_intents (payer_id, purpose, subject_id, created_at desc);

-- A payment seen on chain, with or without a promise. A reorg marks it reversed and keeps the row.
create table payments (
  id uuid primary key default uuidv7(),
  purpose text not null check (purpose ~ '^[a-z]+$'),
  chain_id int not null,
  block_number bigint not null,
  block_hash text not null,
  tx_hash text not null,
  position_in_tx int not null,
  payer_wallet text not null,
  payee_wallet text not null,
  -- Whose wallets they were when the payment came.
  payer_id uuid references accounts on delete set null,
  payee_id uuid references accounts on delete set null,
  asset text not null,
  gross numeric(78, 0) not null,
  fee numeric(78, 0) not null,
  credited boolean not null,
  intent_id uuid references payment_intents on delete set null,
  subject_id uuid references subjects on delete set null,
  at timestamptz not null,
  reversed_at timestamptz
);

insert into payment_intents (id, purpose, payer_id, payee_id, subject_id, payee_wallet, asset, amount, nonce, created_at)
  select id, 'tip', payer_id, payee_id, subject_id, payee_wallet, asset, amount, 0, created_at from tip_intents
  union all
  select id, 'purchase', buyer_id, seller_id, subject_id, payee_wallet, asset, amount, nonce, created_at from purchase_invoices;

insert into payments (id, purpose, chain_id, block_number, block_hash, tx_hash, position_in_tx, payer_wallet, payee_wallet, payer_id, payee_id,
                      asset, gross, fee, credited, intent_id, subject_id, at, reversed_at)
  select id, 'tip', chain_id, block_number, block_hash, tx_hash, position_in_tx, payer_wallet, payee_wallet, payer_id, payee_id,
         asset, gross, fee, credited, intent_id, subject_id, at, reversed_at from tips
  union all
  -- Purchases did not keep whose wallet paid, nor whether the seller was credited instead of paid: the wallet's owner now, and the
  -- last word of the log say it. Of a log that a reorg took nothing is left to credit.
  select p.id, 'purchase', p.chain_id, p.block_number, p.block_hash, p.tx_hash, p.position_in_tx, p.payer_wallet, i.payee_wallet,
         (select w.account_id from wallets w where w.address = p.payer_wallet), p.seller_id, p.asset, p.gross, p.fee,
         exists (select from chain_logs l where l.chain_id = p.chain_id and l.block_hash = p.block_hash and l.tx_hash = p.tx_hash
                    and l.position_in_tx = p.position_in_tx and right(l.data, 1) = '1'),
         p.invoice_id, p.subject_id, p.at, p.reversed_at
    from purchases p join purchase_invoices i on i.id = p.invoice_id;

drop table tips, purchases, tip_intents, purchase_invoices;

-- One log is one payment, however often it is told. After a reorg the same transaction may come again.
create unique index payments_once on payments (chain_id, tx_hash, position_in_tx) where reversed_at is null;
-- A promise is kept once, by whomever; a second payment with its reference is one that nobody promised.
create unique index payments_intent on payments (intent_id) where reversed_at is null;
create index payments_of_intent on payments (intent_id, at desc) where intent_id is not null;
create index payments_payee on payments (payee_id, purpose, at desc, id desc);
create index payments_payer on payments (payer_id, purpose, at desc, id desc);
create index payments_wallet on payments (payer_wallet) where intent_id is not null;
