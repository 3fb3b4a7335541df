-- Orders in a token beside the native coin: null. The market takes tokens from whoever pays, as far as they allow it.
alter table market_orders add column token text;

-- What a wallet that offers tokens holds of them and lets the market take: answers of the chain, not of its logs, because
-- allowances are told by logs that are not followed. `asked_at` null: something moved since, and nothing counts until it is asked again.
create table market_cover (
  chain_id int not null,
  wallet text not null,
  token text not null,
  balance numeric(78, 0) not null check (balance >= 0),
  allowed numeric(78, 0) not null check (allowed >= 0),
  asked_at timestamptz,
  primary key (chain_id, wallet, token)
);

drop view market_live_asks, market_live_bids;

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

-- A bid in the native coin is backed by offer funds, one in a token by what its maker holds and allows.
create view market_live_bids as
  select o.*, c.creator_wallet
    from market_orders o
    join pass_collections c on c.chain_id = o.chain_id and c.address = o.collection
    left join market_wallets w on w.chain_id = o.chain_id and w.wallet = o.maker
    left join market_cover f on f.chain_id = o.chain_id and f.wallet = o.maker and f.token = o.token
   where o.kind = 'bid' and o.replaced_by is null and o.deadline >= app_now()
     and o.counter = coalesce(w.counter, 0) and not market_nonce_is_dead(o.chain_id, o.maker, o.nonce)
     and o.price <= coalesce(case when o.token is null then w.funds_wei when f.asked_at is not null then least(f.balance, f.allowed) end, 0)
     and not exists (select from market_sales s where s.order_id = o.id);
