-- Anything that can be seen, liked, voted on or gated. No row, no access.
create table subjects (
  id uuid primary key,
  kind text not null check (kind in ('post')),
  owner_id uuid not null references accounts on delete cascade,
  -- "public" | "followers" | {"anyOf": [[rule]]}
  gate jsonb not null,
  state text not null default 'live' check (state in ('live', 'deleted'))
);
