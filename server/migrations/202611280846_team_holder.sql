-- Whoever helps to run an account could take it from its holder by the older rules: each holder is an owner again.
insert into team_members (team_id, member_id, role, since)
select id, account_id, 'owner', created_at from teams
on conflict (team_id, member_id) do update set role = 'owner' where team_members.role <> 'owner';

-- What was issued by people who have left, or who may no longer give such a role, opens nothing.
delete from team_invitations i
 where not exists (
   select from team_members m
    where m.team_id = i.team_id and m.member_id = i.inviter_id
      and (m.role = 'owner' or m.role = 'manager' and i.role not in ('owner', 'finance', 'manager')));

-- The account itself is always an owner of its team: the team refers to that very row, so nothing can remove or lessen it.
-- Judged at commit, because team and first member refer to each other.
alter table team_members add constraint team_members_role unique (team_id, member_id, role);
alter table teams add column holder_role text not null generated always as ('owner') stored;
alter table teams add constraint teams_holder_is_owner foreign key (id, account_id, holder_role)
  references team_members (team_id, member_id, role) deferrable initially deferred;
