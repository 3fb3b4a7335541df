create table polls (
  id uuid primary key default uuidv7(),
  subject_id uuid not null unique references subjects on delete cascade,
  multiple boolean not null,
  holders_only boolean not null,
  closes_at timestamptz
);
create table poll_options (
  poll_id uuid not null references polls on delete cascade,
  id smallint not null check (id between 1 and 6),
  label text not null,
  primary key (poll_id, id)
);
-- Narrow and half empty, so that a storm of votes updates in place.
create table poll_tallies (
  poll_id uuid not null,
  option_id smallint not null,
  votes int not null default 0 check (votes >= 0),
  primary key (poll_id, option_id),
  foreign key (poll_id, option_id) references poll_options on delete cascade
) with (fillfactor = 50);
-- A single-choice vote always stands in slot 0, a multiple-choice vote in the slot of its option:
-- so one voter has one choice in the first and each option once in the second, whatever races.
create table poll_votes (
  poll_id uuid not null,
  voter_id uuid not null references accounts on delete cascade,
  slot smallint not null,
  option_id smallint not null,
  at timestamptz not null,
  primary key (poll_id, voter_id, slot),
  foreign key (poll_id, option_id) references poll_options on delete cascade,
  check (slot in (0, option_id))
);
