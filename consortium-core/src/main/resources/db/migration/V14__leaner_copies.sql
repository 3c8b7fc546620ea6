-- A copy's branch is a branch of its library, and a branch belongs to a library that is there: that is checked once
alter table copy drop constraint copy_library_fkey;

-- One index answers who has a barcode, in one library or in any
alter table copy drop constraint copy_library_barcode_key;
drop index copy_by_barcode;
alter table copy add constraint copy_barcode_library_key unique (barcode, library);
