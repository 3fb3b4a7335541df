-- Passes, complete: what their tiers promise, who has borrowed them, how often they moved.
alter table pass_tiers
  -- Null is the native coin.
  add column pay_token text,
  add column royalty_bps int not null default 500 check (royalty_bps between 0 and 1000),
  add column perks bigint not null default 0;

alter table pass_tokens
  -- Policy, royalty and grace are those of the sale: a creator cannot change them for passes that are sold.
  add column flags int not null default 0,
  add column royalty_bps int not null default 500,
  add column grace_s bigint not null default 0,
  add column user_wallet text,
  add column user_until timestamptz,
  -- Counts moves, loans, uses and cancellations: an order names it and dies when it changes.
  add column moves bigint not null default 0,
  add column given_at timestamptz,
  add column consumed boolean not null default false;
create index pass_tokens_user on pass_tokens (user_wallet, collection) where user_wallet is not null;

-- A tier's id has 32 bits without a sign: a creator who uses the highest must not stop the watcher.
alter table pass_tiers alter column tier_id type bigint;
alter table pass_tokens alter column tier_id type bigint;

-- Whether a pass grants access, and to whom: the one rule, in one place.
create function pass_is_active(k pass_tokens) returns boolean language sql stable as
  $$ select not k.consumed and (k.expires_at is null or k.expires_at + k.grace_s * interval '1 second' > app_now()) $$;
create function pass_holder(k pass_tokens) returns text language sql stable as
  $$ select case when k.user_wallet is not null and k.user_until > app_now() then k.user_wallet else k.owner end $$;

-- What the market keeps of a wallet: the counter its orders must carry, and the coins behind its offers.
create table market_wallets (
  chain_id int not null,
  wallet text not null,
  counter numeric(78, 0) not null default 0,
  funds_wei numeric(78, 0) not null default 0 check (funds_wei >= 0),
  primary key (chain_id, wallet)
);

-- Nonces that the maker cancelled on chain, 256 to a row; bit 0 of byte 0 is the lowest.
create table market_dead_nonces (
  chain_id int not null,
  wallet text not null,
  word numeric(78, 0) not null,
  mask bytea not null check (length(mask) = 32),
  primary key (chain_id, wallet, word)
);

-- Orders are signatures; the chain settles them. Whether one is live is never stored: it follows from the pass, the
-- maker's counter and nonces, and the clock, so that nothing has to be undone when any of them moves.
create table market_orders (
  -- The EIP-712 digest, which the Sale log names.
  id text primary key,
  chain_id int not null,
  kind text not null check (kind in ('ask', 'bid')),
  account_id uuid not null references accounts on delete cascade,
  maker text not null,
  collection text not null,
  -- An ask is for one pass; a bid for a pass (0), a tier (1) or the collection (2).
  scope int not null check (scope between 0 and 2),
  token_id numeric(78, 0),
  tier_id bigint,
  -- The pass's moves when an ask was signed.
  moves bigint,
  price numeric(78, 0) not null check (price > 0),
  min_expiry numeric(78, 0) not null,
  deadline timestamptz not null,
  deadline_s numeric(78, 0) not null,
  nonce numeric(78, 0) not null,
  counter numeric(78, 0) not null,
  signature text not null,
  created_at timestamptz not null,
  -- A newer order of the same maker for the same thing stands in its place.
  replaced_by text references market_orders on delete set null,
  check ((kind = 'ask') = (moves is not null)),
  check ((scope = 0) = (token_id is not null)),
  check ((scope = 2) = (tier_id is null))
);
create index market_orders_token on market_orders (collection, token_id) where token_id is not null;
create index market_orders_collection on market_orders (collection, tier_id, price);
create index market_orders_maker on market_orders (maker, created_at desc);
create index market_orders_price on market_orders (kind, price, id) where replaced_by is null;

-- Owners who do not want an offer; it stays open to others.
create table market_declined (
  order_id text not null references market_orders on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  at timestamptz not null,
  primary key (order_id, account_id)
);

-- Each resale once, by its place in its transaction, which a reorg does not change.
create table market_sales (
  chain_id int not null,
  tx_hash text not null,
  position_in_tx int not null,
  block_number bigint not null,
  at timestamptz not null,
  order_id text not null,
  collection text not null,
  token_id numeric(78, 0) not null,
  tier_id bigint not null,
  seller text not null,
  buyer text not null,
  -- Null is the native coin.
  token text,
  price numeric(78, 0) not null,
  fee numeric(78, 0) not null,
  royalty_to text not null,
  royalty numeric(78, 0) not null,
  flags int not null,
  primary key (chain_id, tx_hash, position_in_tx)
);
create index market_sales_collection on market_sales (collection, at desc);
create index market_sales_at on market_sales (at desc);
create index market_sales_order on market_sales (order_id);

-- When we told that an order is gone. Told, not decided: see the views.
alter table market_orders add column ended_at timestamptz;

-- What passes say of a token to whoever joins with it.
create view pass_facts as
  select k.chain_id, k.collection, k.token_id, k.tier_id, c.creator_wallet, k.owner, k.moves, k.expires_at, k.flags, k.royalty_bps,
         pass_is_active(k) as active, pass_holder(k) <> k.owner as lent
    from pass_tokens k join pass_collections c on c.chain_id = k.chain_id and c.address = k.collection;

create function market_nonce_is_dead(chain int, maker text, nonce numeric) returns boolean language sql stable as $$
  select coalesce((select get_bit(mask, (nonce % 256)::int) = 1 from market_dead_nonces
                    where chain_id = chain and wallet = maker and word = div(nonce, 256)), false) $$;

-- The rules by which the contract fills an ask, in the same words.
create view market_live_asks as
  select o.*, p.creator_wallet, p.expires_at, p.royalty_bps, p.tier_id as pass_tier
    from market_orders o
    join pass_facts p on p.chain_id = o.chain_id and p.collection = o.collection and p.token_id = o.token_id
    left join market_wallets w on w.chain_id = o.chain_id and w.wallet = o.maker
   where o.kind = 'ask' and o.replaced_by is null and o.deadline >= app_now()
     and p.owner = o.maker and p.moves = o.moves and p.active and not p.lent and p.flags & 1 = 0
     and (p.expires_at is null or extract(epoch from p.expires_at) >= o.min_expiry)
     and o.counter = coalesce(w.counter, 0) and not market_nonce_is_dead(o.chain_id, o.maker, o.nonce);

create view market_live_bids as
  select o.*, c.creator_wallet
    from market_orders o
    join pass_collections c on c.chain_id = o.chain_id and c.address = o.collection
    join market_wallets w on w.chain_id = o.chain_id and w.wallet = o.maker
   where o.kind = 'bid' and o.replaced_by is null and o.deadline >= app_now()
     and o.counter = w.counter and o.price <= w.funds_wei and not market_nonce_is_dead(o.chain_id, o.maker, o.nonce)
     and not exists (select from market_sales s where s.order_id = o.id);
