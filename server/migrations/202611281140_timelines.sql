-- Following of accounts that follow many: their newest posts in the order of the page, written when somebody publishes. It is
-- a hint of which posts to look at and never a right to see them: whoever reads asks anew whether the post stands, whether
-- its author is followed, and what it is to the reader.
create table timelines (
  account_id uuid primary key references accounts on delete cascade,
  -- Everything of whom the account follows that stands at this place or above is an entry, or announced as a change below.
  -- What lies beneath is pulled.
  floor_at timestamptz not null default '-infinity',
  floor_id uuid not null default '00000000-0000-0000-0000-000000000000'
);

-- The key is the page's order, so a page is one range of it. An entry may name a post that is gone or whose author is no
-- longer followed; no foreign key holds the post, since checking it would make its author's next change wait.
create table timeline_entries (
  account_id uuid not null references timelines on delete cascade,
  published_at timestamptz not null,
  post_id uuid not null,
  primary key (account_id, published_at, post_id)
);

-- Posts that came, went or came back since timelines were last written. A row is written with the change itself, so whoever
-- sees the change sees that it is not in the timelines yet.
create table timeline_post_changes (
  id bigint generated always as identity primary key,
  post_id uuid not null,
  published_at timestamptz not null
);
create index timeline_post_changes_newest on timeline_post_changes (published_at desc, post_id desc);

-- The same of whom somebody follows or no longer follows. Changes hold no foreign keys: one of somebody who is gone is taken
-- and means nothing.
create table timeline_follow_changes (
  id bigint generated always as identity primary key,
  account_id uuid not null,
  author_id uuid not null
);
create index timeline_follow_changes_account on timeline_follow_changes (account_id, author_id);

-- Who follows many already is looked at once.
insert into timeline_follow_changes (account_id, author_id)
  select follower_id, (array_agg(followee_id))[1] from follows group by follower_id having count(*) > 100;
