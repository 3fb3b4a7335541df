-- Who wants nothing of whom. The blocked find nothing of the blocker's, and their doings do not reach them; whoever is muted is
-- only not shown.
create table blocks (
  blocker_id uuid not null references accounts on delete cascade,
  blocked_id uuid not null references accounts on delete cascade,
  at timestamptz not null,
  -- Once is enough: a second click writes nothing.
  primary key (blocker_id, blocked_id),
  -- Nobody shuts themselves out.
  check (blocker_id <> blocked_id)
);
create index blocks_list on blocks (blocker_id, at desc, blocked_id desc);
create index blocks_blocked on blocks (blocked_id);

create table mutes (
  muter_id uuid not null references accounts on delete cascade,
  muted_id uuid not null references accounts on delete cascade,
  at timestamptz not null,
  primary key (muter_id, muted_id),
  check (muter_id <> muted_id)
);
create index mutes_list on mutes (muter_id, at desc, muted_id desc);
