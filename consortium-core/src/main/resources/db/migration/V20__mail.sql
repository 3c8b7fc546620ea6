-- Whether a reader wants her notices by e-mail, too, in which language, and the address by which she ends it without signing in.
create table mail_choice (
  reader    bigint primary key references reader on delete cascade,
  wanted    boolean not null,
  language  varchar(2) not null check (language in ('zh', 'en')),
  link      varchar(26) not null unique,
  since     timestamptz not null
);

-- Letters to readers on their way out. Neither address nor text stands here: both are looked up when a letter goes.
create table mail (
  id        bigint generated always as identity primary key,
  reader    bigint not null references reader on delete cascade,
  state     varchar(10) not null check (state in ('WAITING', 'SENDING', 'SENT', 'DROPPED', 'GIVEN_UP', 'UNSURE')),
  tries     integer not null default 0,
  made_at   timestamptz not null,
  next_at   timestamptz not null,
  taken_at  timestamptz
);
create index mail_under_way on mail (next_at) where state in ('WAITING', 'SENDING');
create index mail_of_reader on mail (reader);

alter table notice add column mail bigint references mail on delete set null;
create index notice_of_mail on notice (mail) where mail is not null;
create index notice_not_mailed on notice (made_at) where mail is null;
