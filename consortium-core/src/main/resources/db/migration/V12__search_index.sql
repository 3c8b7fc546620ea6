-- Where the search runs on a cluster: which of its indexes serves, and which is being filled. One row, read by every node.
create table search_index (
  id        smallint primary key default 1 check (id = 1),
  finished  varchar(100),
  coming    varchar(100)
);
