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
