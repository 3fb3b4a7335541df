-- A subscriber's cursor: every event of its kinds up to seq was handled by it, once and in order, in the transaction that
-- moved the cursor. `failures` and `retry_at` are about the next event only.
create table event_cursors (
  subscriber text primary key,
  seq bigint not null check (seq >= 0),
  failures int not null default 0 check (failures >= 0),
  retry_at timestamptz,
  last_error text
);
insert into event_cursors (subscriber, seq)
  select subscriber, coalesce((select min(seq) - 1 from outbox where seq is not null and delivered_at is null), (select seq from outbox_head))
    from (select distinct subscriber from event_deliveries) known;
drop table event_deliveries;

-- What a subscriber could not handle however often it tried, kept whole until somebody looks: the cursor went on without it.
create table dead_events (
  subscriber text not null,
  seq bigint not null,
  event_id uuid not null,
  payload jsonb not null,
  attempts int not null check (attempts > 0),
  error text not null,
  died_at timestamptz not null default now(),
  replay_at timestamptz,
  primary key (subscriber, seq)
);
create index dead_events_due on dead_events (subscriber) where replay_at is not null;

drop index outbox_undelivered;
alter table outbox drop column delivered_at, drop column attempts, add column stamped_at timestamptz;
update outbox set stamped_at = now() where seq is not null;
-- Stamped rows are kept by the age of their number, whatever time the event itself speaks of.
create index outbox_age on outbox (stamped_at) where stamped_at is not null;
