-- The processes of this CoreFans that are alive: each says so every ten seconds. `workers` are the names under which it takes
-- jobs, so that what a dead one had begun is given to another at once and not after hours.
create table processes (
  id uuid primary key default uuidv7(),
  role text not null check (role in ('all', 'web', 'worker', 'watcher')),
  workers text[] not null default '{}',
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

-- Who is here, by the process that holds their sockets: a person is as present as in the process where they are most present.
-- A row goes with its process.
create table presence_here (
  process_id uuid not null references processes on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  state text not null check (state in ('online', 'away')),
  primary key (account_id, process_id)
);
create index presence_here_process on presence_here (process_id);
