-- A count of an account is a row of its kind, so that a new kind needs no migration. A kind without a row counts nothing yet.
alter table profile_counters rename to profile_counters_wide;
alter index profile_counters_fans rename to profile_counters_wide_fans;
alter index profile_counters_pkey rename to profile_counters_wide_pkey;
create table profile_counters (
  account_id uuid not null references profiles on delete cascade,
  kind text not null check (kind ~ '^[a-z]+$'),
  n int not null,
  primary key (account_id, kind)
) with (fillfactor = 50);

-- Everybody has the row of their fans: lists of people are read in its order.
insert into profile_counters (account_id, kind, n)
  select w.account_id, k.kind, k.n from profile_counters_wide w,
    lateral (values ('posts', posts), ('images', images), ('videos', videos), ('audio', audio), ('streams', streams),
                    ('likes', likes), ('fans', fans), ('following', following)) as k(kind, n)
   where k.n <> 0 or k.kind = 'fans';
drop table profile_counters_wide;
create index profile_counters_fans on profile_counters (n desc, account_id) where kind = 'fans';
