-- What a librarian's answer did, so that taking the answer back undoes it and asks again
alter table match_question add column act bigint references match_act;
create index match_question_of_act on match_question (act) where act is not null;
