-- A copy's branch is a branch of its library, and a branch belongs to a library that is there: that is checked once
alter table copy drop constraint copy_library_fkey;

-- One index answers who has a barcode, in one library or in any
alter table copy drop constraint copy_library_barcode_key;
drop index copy_by_barcode;
alter table copy add constraint copy_barcode_library_key unique (barcode, library);

-- What a record says and what was weighed are read whole, never searched: they are kept as they were written
alter table contribution alter column description type json using description::text::json;
alter table match_decision alter column weighed drop default;
alter table match_decision alter column weighed type json using weighed::text::json;
alter table match_decision alter column weighed set default '[]';
