-- Where the records of a library whose system writes copies in a way of its own tell of them
create table item_field (
  library      varchar(16) primary key references library,
  tag          varchar(3) not null check (tag ~ '^[0-9A-Za-z]{3}$'),
  barcode      varchar(1) not null,
  location     varchar(4) not null,
  call_number  varchar(4) not null,
  item_class   varchar(4) not null,
  price        varchar(4) not null
);
