-- How often libraries and branches have changed, so that whoever keeps their tree can tell whether it is still right
create table place_changes (
  the_only_one  boolean primary key default true check (the_only_one),
  number        bigint not null
);
insert into place_changes (number) values (0);

create function count_place_change() returns trigger language plpgsql as $$
begin
  update place_changes set number = number + 1;
  return null;
end $$;

create trigger library_changes
  after insert or delete or truncate or update of code, parent, name_zh, name_en, region on library
  for each statement execute function count_place_change();
create trigger branch_changes
  after insert or delete or truncate or update of code, library, name_zh, name_en on branch
  for each statement execute function count_place_change();
