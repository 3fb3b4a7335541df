-- One like per person and subject: the key is the rule, so no race can break it.
create table likes (
  subject_id uuid not null references subjects on delete cascade,
  account_id uuid not null references accounts on delete cascade,
  at timestamptz not null,
  primary key (subject_id, account_id)
);
create table like_counts (
  subject_id uuid primary key references subjects on delete cascade,
  likes int not null default 0 check (likes >= 0)
) with (fillfactor = 50);
