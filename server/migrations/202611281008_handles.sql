-- Who has or had a handle. One that its owner left stays theirs for 90 days: links to it lead on, and nobody poses as them.
create table handles (
  -- One handle, one account, whoever comes at once.
  handle text primary key,
  account_id uuid not null references accounts on delete cascade,
  -- Null while it is the account's own; afterwards until when it is kept for them.
  kept_until timestamptz
);
-- An account has one handle of its own.
create unique index handles_own on handles (account_id) where kept_until is null;
create index handles_kept on handles (account_id, kept_until) where kept_until is not null;
insert into handles (handle, account_id) select handle, account_id from profiles;

-- Whoever writes a profile takes its handle by the key above: one that is another's, or kept for another, is refused there.
create function profile_takes_handle() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    update handles set kept_until = app_now() + interval '90 days' where handle = old.handle and account_id = old.account_id;
  end if;
  delete from handles where handle = new.handle and kept_until is not null and (account_id = new.account_id or kept_until <= app_now());
  insert into handles (handle, account_id) values (new.handle, new.account_id);
  return new;
end $$;
create trigger profiles_take_handle before insert on profiles for each row execute function profile_takes_handle();
create trigger profiles_change_handle before update of handle on profiles for each row
  when (old.handle is distinct from new.handle) execute function profile_takes_handle();
