create table media (
  id uuid primary key default uuidv7(),
  owner_id uuid not null references accounts on delete cascade,
  kind text not null check (kind in ('image')),
  width int not null check (width > 0),
  height int not null check (height > 0),
  alt text not null default '',
  created_at timestamptz not null,
  -- What shows it: a subject of access, or the public face of its owner. Null: only its owner sees it.
  subject_id uuid,
  is_face boolean not null default false,
  position int not null default 0
);
create index media_owner on media (owner_id);
create index media_subject on media (subject_id, position) where subject_id is not null;
