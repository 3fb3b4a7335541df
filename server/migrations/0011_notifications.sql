create table notifications (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts on delete cascade,
  type text not null,
  -- Unread rows of one group are one line: “fan1 and 12 others liked”.
  group_key text not null,
  actor_ids uuid[] not null,
  actors int not null,
  text text not null,
  excerpt text,
  href text not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notifications_newest on notifications (account_id, at desc, id desc);
create unique index notifications_open_group on notifications (account_id, group_key) where read_at is null;
create table notification_actors (
  notification_id uuid not null references notifications on delete cascade,
  actor_id uuid not null,
  primary key (notification_id, actor_id)
);
