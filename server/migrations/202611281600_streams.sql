-- Live broadcasts. What may be seen of one is a subject with a gate, as of anything else.
alter table subjects drop constraint subjects_kind_check;
alter table subjects add constraint subjects_kind_check check (kind in ('post', 'comment', 'stream'));

create table streams (
  id uuid primary key default uuidv7(),
  creator_id uuid not null references accounts on delete cascade,
  title text not null check (length(title) between 1 and 100),
  state text not null default 'created' check (state in ('created', 'live', 'reconnecting', 'ended')),
  -- The key that a program for broadcasting publishes with is shown once and kept as its hash.
  key_hash bytea not null unique,
  -- Who publishes now; null while nobody does.
  publisher uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- When the process that serves it last said that somebody publishes.
  seen_at timestamptz not null,
  viewers int not null default 0 check (viewers >= 0),
  most_viewers int not null default 0,
  check (publisher is null or state = 'live'),
  check ((state = 'ended') = (ended_at is not null)),
  check (state not in ('live', 'reconnecting') or started_at is not null),
  check (most_viewers >= viewers)
);
-- One stream of a creator at a time.
create unique index streams_one_of_creator on streams (creator_id) where state <> 'ended';
create index streams_now on streams (started_at desc, id desc) where state in ('live', 'reconnecting');
create index streams_of_creator on streams (creator_id, started_at desc);

create table stream_lines (
  id uuid primary key default uuidv7(),
  stream_id uuid not null references streams on delete cascade,
  author_id uuid not null references accounts on delete cascade,
  text text not null check (length(text) between 1 and 500),
  at timestamptz not null,
  deleted_at timestamptz
);
create index stream_lines_newest on stream_lines (stream_id, id desc) where deleted_at is null;
