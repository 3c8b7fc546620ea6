-- Each time the search index was made anew: who asked for it (nobody: the program itself), how far it is, what came of it.
create table index_rebuild (
  id           bigint generated always as identity primary key,
  started_by   bigint references staff (id),
  started_at   timestamptz not null,
  beat_at      timestamptz not null,
  total        bigint not null,
  done         bigint not null default 0,
  state        varchar(10) not null check (state in ('FILLING', 'JOINING', 'DONE', 'FAILED')),
  finished_at  timestamptz,
  check ((finished_at is not null) = (state in ('DONE', 'FAILED')))
);

create unique index index_rebuild_one_at_a_time on index_rebuild ((true)) where finished_at is null;
create index index_rebuild_started_by on index_rebuild (started_by);

-- A record counts for the regions it is held in: when a library is said to lie in another, its records follow.
create trigger library_in_other_region
  after update of region on library for each row
  when (old.region is distinct from new.region)
  execute function mark_library_due();

-- A search its reader has taken away can be put back for a day, as her lists can.
alter table saved_search add column taken_at timestamptz;
create index saved_search_taken on saved_search (taken_at) where taken_at is not null;
