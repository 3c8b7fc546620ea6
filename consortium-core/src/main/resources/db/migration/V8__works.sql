-- Which records are editions of one work: hashes of title, author and volume, without edition, publisher and year; more than
-- one where a uniform, original or parallel title is given. Derived, and made again when the way of making them changes.
alter table union_record add column work bigint;
alter table union_record add column work_also bigint[];
create index union_record_of_work on union_record (work) where work is not null;
create index union_record_of_work_also on union_record using gin (work_also) where work_also is not null;

-- which way of making them the table holds; 0 as long as what was there before has none
create table work_version (
  version  integer not null
);
insert into work_version values (0);
