-- Contributions of usual length stay in their row as they are: packing them costs more time than it saves room
alter table contribution set (toast_tuple_target = 8160);

-- A decision says what was thought at the time; its contribution says which record it is part of
alter table match_decision drop constraint match_decision_record_fkey;
