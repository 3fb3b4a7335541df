-- A subject may lie within another: it is seen by whoever may open that one, and gone when that one is gone. It has no gate of
-- its own, so that what opens the outer one opens what lies within, at every moment.
alter table subjects drop constraint subjects_kind_check;
alter table subjects add constraint subjects_kind_check check (kind in ('post', 'comment'));
alter table subjects add column within_id uuid references subjects on delete cascade;
alter table subjects alter column gate drop not null;
alter table subjects add constraint subjects_one_gate check ((within_id is null) = (gate is not null));
alter table subjects add constraint subjects_comment_within check ((kind = 'comment') = (within_id is not null));
create index subjects_within on subjects (within_id) where within_id is not null;

-- Threads of two levels on any subject.
create table comments (
  id uuid primary key references subjects on delete cascade,
  subject_id uuid not null references subjects on delete cascade,
  -- Null begins a thread; a reply names what it answers.
  parent_id uuid,
  author_id uuid not null references accounts on delete cascade,
  text text not null check (text <> '' and char_length(text) <= 10000),
  created_at timestamptz not null,
  edited_at timestamptz,
  -- What was deleted and has replies stays as a stub; text and author of it never leave the server.
  deleted_at timestamptz,
  deleted_by uuid,
  -- Likes, kept here for the order "best" only: the number that is shown is the one in like_counts.
  rank int not null default 0 check (rank >= 0),
  level smallint not null generated always as (case when parent_id is null then 0 else 1 end) stored,
  parent_level smallint generated always as (case when parent_id is null then null else 0 end) stored,
  check ((deleted_at is null) = (deleted_by is null)),
  unique (id, subject_id, level),
  -- A reply answers what begins a thread on the same subject: neither a reply, nor something elsewhere.
  constraint comments_parent foreign key (parent_id, subject_id, parent_level) references comments (id, subject_id, level) on delete cascade
);
create index comments_newest on comments (subject_id, created_at desc, id desc) where parent_id is null;
create index comments_best on comments (subject_id, rank desc, created_at desc, id desc) where parent_id is null;
create index comments_replies on comments (parent_id, created_at, id) where parent_id is not null;
create index comments_author on comments (author_id, subject_id);

-- How many comments stand on a subject, replies among them; for a comment, how many replies. Moved in the transaction of what
-- is counted; half-empty pages keep updates in place.
create table comment_counts (
  subject_id uuid primary key references subjects on delete cascade,
  comments int not null check (comments >= 0)
) with (fillfactor = 50);

-- What a recount healed.
create table comment_drifts (
  id bigint generated always as identity primary key,
  subject_id uuid not null,
  stored int not null,
  recounted int not null,
  at timestamptz not null
);

-- Who may write on a subject, as its owner decided; without a row everyone may who sees it.
create table comment_threads (
  subject_id uuid primary key references subjects on delete cascade,
  rule text not null default 'everyone' check (rule in ('everyone', 'followers', 'holders', 'tippers')),
  locked boolean not null default false,
  -- One comment stands above the others; it begins a thread on this very subject.
  pinned_id uuid,
  pinned_level smallint not null default 0 check (pinned_level = 0),
  constraint comment_threads_pinned foreign key (pinned_id, subject_id, pinned_level) references comments (id, subject_id, level)
    on delete set null (pinned_id)
);

-- Since when a pass is its owner's: a badge says how many months. For what moved before this was kept, the last change is
-- the earliest moment that we can vouch for.
alter table pass_tokens add column owned_since timestamptz;
update pass_tokens k set owned_since = b.at from chain_blocks b
 where b.chain_id = k.chain_id and b.number = case when k.moves = 0 then k.minted_block else k.changed_block end;
