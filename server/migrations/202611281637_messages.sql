-- A conversation is a subject that is open to its members and to nobody else; what hangs on a line of it lies within it.
alter table subjects drop constraint subjects_kind_check;
alter table subjects add constraint subjects_kind_check check (kind in ('post', 'comment', 'stream', 'thread', 'message'));
alter table subjects drop constraint subjects_comment_within;
alter table subjects add constraint subjects_within_kind check ((kind in ('comment', 'message')) = (within_id is not null));

-- Who may open a subject that has members. No gate opens it to anybody else, its owner among them.
create table subject_members (
  subject_id uuid not null references subjects on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  primary key (subject_id, account_id)
);
create index subject_members_account on subject_members (account_id);

create table threads (
  id uuid primary key references subjects on delete cascade,
  kind text not null check (kind in ('direct', 'group')),
  -- Two people have one thread between them, whoever begins it and however often.
  pair text unique,
  title text not null default '' check (char_length(title) <= 60),
  begun_by uuid not null references accounts on delete cascade,
  -- The number of the newest line: taken under the row's lock, so that order and numbers are one.
  last_seq bigint not null default 0 check (last_seq >= 0),
  created_at timestamptz not null,
  last_at timestamptz not null,
  check ((kind = 'direct') = (pair is not null))
) with (fillfactor = 70);

-- What a thread is to one of its members.
create table thread_members (
  thread_id uuid not null references threads on delete cascade,
  account_id uuid not null,
  -- Requests are of people whom one does not know; they count in no badge.
  folder text not null check (folder in ('inbox', 'requests')),
  read_seq bigint not null default 0 check (read_seq >= 0),
  -- Lines of others after read_seq that stand: equals a recount at every moment.
  unread int not null default 0 check (unread >= 0),
  -- Whoever has written may be answered.
  has_written boolean not null default false,
  last_at timestamptz not null,
  primary key (thread_id, account_id),
  -- A member is who may open the subject: whoever leaves it leaves both.
  foreign key (thread_id, account_id) references subject_members (subject_id, account_id) on delete cascade
) with (fillfactor = 70);
create index thread_members_list on thread_members (account_id, folder, last_at desc, thread_id desc);

create table messages (
  id uuid primary key,
  thread_id uuid not null references threads on delete cascade,
  seq bigint not null check (seq > 0),
  author_id uuid not null references accounts on delete cascade,
  text text not null check (char_length(text) <= 10000),
  media int not null default 0 check (media between 0 and 10),
  reply_to uuid,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- Who wrote it: the account's own person, somebody of its team, or a machine. Set by the server, signed, never changed.
  by_kind text not null check (by_kind in ('self', 'team', 'ai', 'ai-approved')),
  by_role text check (by_role in ('owner', 'manager', 'writer', 'chatter', 'moderator', 'operator', 'finance')),
  -- The person behind it; leaves the server for nobody.
  by_person uuid not null,
  signature bytea not null check (octet_length(signature) = 64),
  check ((by_kind = 'team') = (by_role is not null)),
  check (text <> '' or media > 0),
  -- One order for everybody: no two lines of a thread share a place.
  unique (thread_id, seq),
  unique (id, thread_id),
  -- A reply answers a line of its own thread.
  foreign key (reply_to, thread_id) references messages (id, thread_id)
);

-- A line can be read and never relabelled, by whatever code; new words need a new signature.
create function messages_keep_provenance() returns trigger language plpgsql as $$
begin
  if (new.id, new.thread_id, new.seq, new.author_id, new.by_kind, new.by_role, new.by_person, new.created_at)
     is distinct from (old.id, old.thread_id, old.seq, old.author_id, old.by_kind, old.by_role, old.by_person, old.created_at) then
    raise exception 'who wrote a message, where and when, cannot be changed';
  end if;
  if new.text is distinct from old.text and new.signature = old.signature then
    raise exception 'new words need a new signature';
  end if;
  return new;
end $$;
create trigger messages_keep_provenance before update on messages for each row execute function messages_keep_provenance();

-- What a line said before it was edited, with the signature that it had.
create table message_versions (
  message_id uuid not null references messages on delete cascade,
  version int not null check (version > 0),
  text text not null,
  signature bytea not null,
  written_at timestamptz not null,
  primary key (message_id, version)
);

-- One reaction a person and line; another one replaces it.
create table message_reactions (
  message_id uuid not null references messages on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  emoji text not null check (char_length(emoji) between 1 and 32),
  primary key (message_id, account_id)
);

-- Unread lines in all threads of the inbox: the badge. Moved in the transaction of what is counted.
create table inbox_counts (
  account_id uuid primary key references accounts on delete cascade,
  unread int not null check (unread >= 0)
) with (fillfactor = 50);

create table message_settings (
  account_id uuid primary key references accounts on delete cascade,
  who_may_write text not null default 'everyone' check (who_may_write in ('everyone', 'known', 'nobody')),
  shows_read boolean not null default true,
  shows_typing boolean not null default true
);

-- The key that signs who wrote what; made on the first start, one for each use.
create table signing_keys (
  use text primary key check (use in ('messages')),
  private_key bytea not null,
  public_key bytea not null,
  created_at timestamptz not null
);
