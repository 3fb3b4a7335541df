create table posts (
  id uuid primary key default uuidv7(),
  author_id uuid not null references accounts on delete cascade,
  text text not null,
  images int not null default 0,
  has_poll boolean not null default false,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz
);
create index posts_author on posts (author_id, created_at desc, id desc) where deleted_at is null;
create index posts_newest on posts (created_at desc, id desc) where deleted_at is null;

create table post_revisions (
  post_id uuid not null references posts on delete cascade,
  at timestamptz not null,
  text text not null,
  primary key (post_id, at)
);
