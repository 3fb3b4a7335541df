create table profiles (
  account_id uuid primary key references accounts on delete cascade,
  -- A handle is one person whatever its case: stored lower, unique.
  handle text not null unique check (handle ~ '^[a-z][a-z0-9_]{1,19}$'),
  name text not null check (name <> ''),
  bio text not null default '',
  location text not null default '',
  links text[] not null default '{}' check (cardinality(links) <= 8),
  is_ai boolean not null default false,
  portrait_id uuid references media on delete set null,
  cover_id uuid references media on delete set null,
  hides_holdings boolean not null default false,
  hides_presence boolean not null default false,
  joined_at timestamptz not null
);
create index profiles_name on profiles (lower(name) text_pattern_ops);
create index profiles_handle_prefix on profiles (handle text_pattern_ops);

create table follows (
  follower_id uuid not null references profiles on delete cascade,
  followee_id uuid not null references profiles on delete cascade,
  at timestamptz not null,
  primary key (follower_id, followee_id),
  check (follower_id <> followee_id)
);
create index follows_fans on follows (followee_id, at desc, follower_id);

-- Denormalized counts, moved in the same transaction as what they count; half-empty pages keep updates in place.
create table profile_counters (
  account_id uuid primary key references profiles on delete cascade,
  posts int not null default 0,
  images int not null default 0,
  videos int not null default 0,
  audio int not null default 0,
  streams int not null default 0,
  likes int not null default 0,
  fans int not null default 0,
  following int not null default 0
) with (fillfactor = 50);
create index profile_counters_fans on profile_counters (fans desc, account_id);

create table counter_drifts (
  id bigint generated always as identity primary key,
  account_id uuid not null,
  stored jsonb not null,
  recounted jsonb not null,
  at timestamptz not null
);
