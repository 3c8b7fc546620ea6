-- Titles readers propose to their library. After a while nobody knows whose proposal it was.
create sequence proposal_number;

create table proposal (
  number       varchar(20) primary key,
  reader       bigint references reader on delete set null,
  library      varchar(16) not null references library,
  title        varchar(300) not null,
  author       varchar(200) not null default '',
  isbn         varchar(13),
  reason       varchar(500) not null default '',
  made_at      timestamptz not null,
  state        varchar(12) not null,
  answer       varchar(500) not null default '',
  record       varchar(12) references union_record,
  answered_at  timestamptz,
  answered_by  bigint references staff,
  check ((state = 'OPEN') = (answered_at is null)),
  check ((state = 'THERE') = (record is not null))
);
create index proposal_of_reader on proposal (reader, made_at desc) where reader is not null;
create index proposal_of_library on proposal (library, state, made_at);

-- A notice of a proposal's answer may have no record
alter table notice add column proposal varchar(20) references proposal on delete cascade;
alter table notice alter column record drop not null;
create index notice_of_proposal on notice (proposal) where proposal is not null;
