-- Said once, what many questions ask: which attempt of a request is going, and which requests wait for a copy to come back.

create view attempt_going as
select id, request, position, lender, copy, state, asked_at, answer_by, condition, candidates
from attempt
where state not in ('HOME', 'PASSED_ON', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN', 'LOST');

create view request_queued as
select r.number, r.record, r.reader, r.borrower, r.pickup, r.placed_at
from request r
where r.phase = 'SEEKING'
  and r.attention is null
  and not exists (select 1 from attempt_going a where a.request = r.number);
