-- the numbers a library gives its copies that have none: what stands before the figures, how many figures, the next one
create table barcode_range (
  library  varchar(16) primary key references library,
  prefix   varchar(25) not null,
  figures  integer not null check (figures between 1 and 15),
  next     bigint not null
);

-- which barcodes were given, by which import: they are printed as labels, and the same list again gives no others
create table barcode_given (
  library       varchar(16) not null references library,
  barcode       varchar(40) not null,
  contribution  bigint not null references contribution,
  job           bigint not null references intake_job,
  primary key (library, barcode)
);
create index barcode_given_of on barcode_given (contribution);
create index barcode_given_by on barcode_given (job, barcode);

-- of how many copies without a barcode the lines of an import have told so far, wherever in the list they stand
create table copies_told (
  job           bigint not null references intake_job,
  contribution  bigint not null references contribution,
  copies        integer not null,
  primary key (job, contribution)
);
