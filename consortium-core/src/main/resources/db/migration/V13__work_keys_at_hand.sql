-- What waits to be sorted into the index is read by every question: little of it, so that a record's page does not wait
alter index union_record_of_work_also set (gin_pending_list_limit = 128);
