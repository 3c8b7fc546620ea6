-- what the columns of a list of titles tell, as heading:TITLE,IGNORED,ISBN; null where the file holds records
alter table intake_job add column mapping varchar(1500);

-- titles of a library that stand as a line of its list said them
create index contribution_of_list on contribution (library, id) where family = 'LIST' and not withdrawn;
