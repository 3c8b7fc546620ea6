-- What libraries added in the last days, the last first
create index copy_acquired on copy (acquired_on);
