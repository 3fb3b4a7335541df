-- Whatever somebody brings as bytes is an asset of a kind, from its first byte on; images are the first kind.
alter table media rename to assets;
alter index media_pkey rename to assets_pkey;
alter index media_owner rename to assets_owner;
alter index media_subject rename to assets_subject;
alter table assets rename constraint media_owner_id_fkey to assets_owner_id_fkey;
alter table assets rename constraint media_kind_check to assets_kind_check;
alter table assets rename constraint media_width_check to assets_width_check;
alter table assets rename constraint media_height_check to assets_height_check;
-- What was stored before was whole.
alter table assets add column state text not null default 'ready' check (state in ('uploading', 'processing', 'ready', 'failed'));
alter table assets alter column state drop default;
alter table assets alter column width drop not null;
alter table assets alter column height drop not null;
-- Why it failed: the code of the problem that its owner was answered, or what befell it.
alter table assets add column failure text;
alter table assets add constraint assets_failure_says_why check ((state = 'failed') = (failure is not null));
-- When its state last changed: what was left half-done is found by it.
alter table assets add column touched_at timestamptz not null default app_now();
-- Each kind says what must be known of it once it is ready.
alter table assets add constraint assets_ready_image_has_size check (kind <> 'image' or state <> 'ready' or (width is not null and height is not null));
-- Nothing is shown before it is whole.
alter table assets add constraint assets_shown_is_ready check (state = 'ready' or (subject_id is null and not is_face));
create index assets_unready on assets (touched_at) where state <> 'ready';

-- The files that an asset is served as, by the name in their address. Bytes under a file never change.
create table asset_renditions (
  asset_id uuid not null references assets on delete cascade,
  name text not null check (name ~ '^[a-z0-9-]+$'),
  file text not null,
  content_type text not null,
  primary key (asset_id, name)
);
insert into asset_renditions (asset_id, name, file, content_type)
  select id, r.name, r.file, 'image/webp' from assets, (values ('large', 'large.webp'), ('small', 'small.webp'), ('preview', 'blurred.webp')) as r(name, file);
