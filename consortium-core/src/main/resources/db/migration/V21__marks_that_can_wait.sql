-- While files come in, what they add to records that stood before need not be made findable at once: the next member may
-- add to them, too. Such marks wait here until no file comes in; see IndexWorker. By record, so that its marks lie together.
create table index_waiting (
  record  varchar(12) not null,
  id      bigint generated always as identity,
  primary key (record, id)
);

-- The setting consortium.importing is on in a transaction that takes in records of a file
create function importing() returns boolean language sql stable as $$
  select coalesce(current_setting('consortium.importing', true), '') = 'on'
$$;

create or replace function mark_index_due() returns trigger language plpgsql as $$
begin
  if importing() then
    insert into index_waiting (record) select distinct record from changed;
  else
    insert into index_due (record) select distinct record from changed;
  end if;
  return null;
end $$;

-- A new record does not wait; the worker takes its waiting marks together with this one
create function mark_begun_due() returns trigger language plpgsql as $$
begin
  insert into index_due (record) select id from begun where importing();
  return null;
end $$;

create trigger union_record_begun after insert on union_record referencing new table as begun
  for each statement execute function mark_begun_due();

-- Where a record went and that nobody has it any more is shown at once
create or replace function mark_record_due() returns trigger language plpgsql as $$
begin
  if importing() and new.elected is not null and new.merged_into is not distinct from old.merged_into then
    insert into index_waiting (record) values (new.id);
  else
    insert into index_due (record) values (new.id);
  end if;
  return null;
end $$;

-- One index less a table: each of these answers for the one it replaces
alter table copy drop constraint copy_contribution_record_fkey;
alter table contribution
  add constraint contribution_record_id_key unique (record, id),
  drop constraint contribution_id_record_key;
drop index contribution_of_record;
drop index copy_of_record;
drop index copy_of_contribution;
create index copy_of_record on copy (record, contribution);
alter table copy
  add foreign key (contribution, record) references contribution (id, record) on update cascade;
alter table match_decision
  drop constraint match_decision_pkey,
  add primary key (contribution, id);
drop index match_decision_of;
