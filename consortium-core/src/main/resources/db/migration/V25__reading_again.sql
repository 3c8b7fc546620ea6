-- where in the file a doubtful record stands: the byte, or of a list the line; unknown of what came before
alter table intake_warning add column position bigint;

-- an import whose records are those the library has sent already, read again from the bytes that were kept;
-- read_up_to is the control number it has come to
alter table intake_job
  add column from_store boolean not null default false,
  add column read_up_to varchar(100) not null default '';
create unique index intake_job_reading_again on intake_job (library)
  where from_store and state in ('WAITING', 'RUNNING');
