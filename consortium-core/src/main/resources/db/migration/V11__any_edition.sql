-- The reader will take another edition as well
alter table request add column any_edition boolean not null default false;

-- Records that are editions of one work, both ways; never by way of a third one
create view record_edition as
select u.id as record, o.id as edition
from union_record u join union_record o on o.work = u.work
where o.id <> u.id and o.merged_into is null
union
select u.id, o.id
from union_record u join union_record o on o.work = any (u.work_also)
where o.id <> u.id and o.merged_into is null
union
select u.id, o.id
from union_record u join union_record o on o.work_also @> array[u.work]
where u.work is not null and o.id <> u.id and o.merged_into is null
union
select u.id, o.id
from union_record u join union_record o on o.work_also && u.work_also
where o.id <> u.id and o.merged_into is null;

create or replace view request_queued as
select r.number, r.record, r.reader, r.borrower, r.pickup, r.placed_at, r.any_edition
from request r
where r.phase = 'SEEKING'
  and r.attention is null
  and not exists (select 1 from attempt_going a where a.request = r.number);
