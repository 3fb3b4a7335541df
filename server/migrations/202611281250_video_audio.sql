-- Video and audio are kinds of assets beside images.
alter table assets drop constraint assets_kind_check;
alter table assets add constraint assets_kind_check check (kind in ('image', 'video', 'audio'));
alter table assets add column duration_ms int check (duration_ms > 0);
alter table assets add constraint assets_ready_video_has_size_and_duration
  check (kind <> 'video' or state <> 'ready' or (width is not null and height is not null and duration_ms is not null));
alter table assets add constraint assets_ready_audio_has_duration check (kind <> 'audio' or state <> 'ready' or duration_ms is not null);
-- What it takes of its owner's room: as many bytes as were announced while it comes, as many as are kept once it is ready.
alter table assets add column bytes bigint not null default 0 check (bytes between 0 and 4294967296);
-- Whether its bytes come in pieces over many requests: such an upload may rest for a day.
alter table assets add column is_resumable boolean not null default false;
-- How loud a sound is along its length, for its waveform: 0 is silence, 255 the loudest.
alter table assets add column peaks smallint[];
alter table assets add constraint assets_peaks_are_bounded check (peaks is null or (cardinality(peaks) between 1 and 400 and 0 <= all (peaks) and 255 >= all (peaks)));
alter table assets add constraint assets_peaks_are_of_a_sound check (peaks is null or kind = 'audio');
-- The still of a video is an image of its own; a video has one at most. It is shown with the video and by nothing else.
alter table assets add column poster_of uuid unique references assets on delete cascade;
alter table assets add constraint assets_poster_is_a_ready_image check (poster_of is null or (kind = 'image' and state = 'ready' and not is_face));

-- Served by this type and never by what a name or a sender says: nothing among them is a page.
alter table asset_renditions add constraint asset_renditions_are_media check (content_type ~ '^(image/webp|video/(mp4|webm)|audio/(mp4|mpeg|ogg|flac|wav))$');

alter table posts add column videos int not null default 0;
alter table posts add column audio int not null default 0;
