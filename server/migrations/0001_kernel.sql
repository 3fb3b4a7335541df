-- Time. Nothing but app_now() reads a clock: database time at transaction start, moved forward in a demo world.
create table demo_clock (
  singleton boolean primary key default true check (singleton),
  offset_ms bigint not null default 0 check (offset_ms >= 0)
);
insert into demo_clock default values;
create function app_now() returns timestamptz language sql stable parallel safe
  as $$ select now() + (select offset_ms from demo_clock) * interval '1 millisecond' $$;

-- Outbox. A row is written in the command's transaction; the relay stamps seq in commit order.
create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null default uuidv7(),
  type text not null,
  payload jsonb not null,
  topics text[] not null,
  at timestamptz not null,
  seq bigint unique,
  delivered_at timestamptz,
  attempts int not null default 0
);
create index outbox_unstamped on outbox (id) where seq is null;
create index outbox_undelivered on outbox (id) where seq is not null and delivered_at is null;
-- One row: its lock makes stamping single file, so a reader of seq > n never misses a late commit.
create table outbox_head (singleton boolean primary key default true check (singleton), seq bigint not null default 0);
insert into outbox_head default values;
-- A subscriber handles an event once, however often it is delivered: the key is the rule.
create table event_deliveries (
  subscriber text not null,
  event_id uuid not null,
  at timestamptz not null default now(),
  primary key (subscriber, event_id)
);

-- The first answer to an Idempotency-Key is the answer to every later call with it.
create table idempotency_keys (
  account_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status int,
  body text,
  at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_keys_age on idempotency_keys (at);
