-- Each earlier text keeps the gate that it had until it gave way: opening a post later publishes nothing that was locked.
-- Null where nobody knows it any more (texts that gave way before this was kept): only the author reads those.
alter table post_revisions add column gate jsonb;
-- From now on none is written without its gate. Older rows are let be.
alter table post_revisions add constraint post_revisions_gate_is_kept check (gate is not null) not valid;
