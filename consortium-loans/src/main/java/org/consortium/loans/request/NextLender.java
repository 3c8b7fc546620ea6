package org.consortium.loans.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Candidate;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.Requests;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.policy.Asker;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.RecordId;
import org.consortium.loans.routing.Router;
import org.consortium.loans.routing.Routing;
import org.consortium.loans.routing.Timetable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the next lender for a request, and gives copies that become free to those who wait, in the order they asked. The
 * record's turn is taken by whoever calls.
 */
@Component
class NextLender {

    /** Requests looked at when a copy becomes free; who cannot have it is passed over. */
    private static final int MOST_WAITING = 50;

    private static final int MOST_EDITIONS = 10;

    private final Router router;
    private final Requests requests;
    private final Readers readers;
    private final Copies copies;
    private final Branches branches;
    private final JdbcClient jdbc;

    NextLender(Router router, Requests requests, Readers readers, Copies copies, Branches branches, JdbcClient jdbc) {
        this.router = router;
        this.requests = requests;
        this.readers = readers;
        this.copies = copies;
        this.branches = branches;
        this.jdbc = jdbc;
    }

    /** What came of looking for a lender. */
    enum Found {
        ASKED,
        /** None is free now, but one will be. */
        LATER,
        NOBODY
    }

    record Search(Found found, Routing routing) {}

    /** Asks the best lender that has not said no to this request before, if there is one. */
    Search seek(Request request, Actor by, Instant at) {
        return seek(request, saidNo(request), by, at);
    }

    Search seek(Request request, Set<LibraryCode> notThese, Actor by, Instant at) {
        requests.flush();
        var search = seekOne(request, notThese, by, at);
        if (search.found() == Found.ASKED || !request.anyEdition()) {
            return search;
        }
        var wanted = request.record();
        for (var edition : otherEditions(request)) {
            var reader = askerOf(request);
            var pickup = branches.required(request.pickup());
            var routing = router.weigh(reader, edition, pickup, notThese, Optional.empty(), at);
            if (!routing.askable().isEmpty()) {
                request.turnTo(edition, Actor.clock(), at);
                var other = seekOne(request, notThese, by, at);
                if (other.found() == Found.ASKED) {
                    return other;
                }
                request.turnTo(wanted, Actor.clock(), at);
            }
        }
        return search;
    }

    /** Editions with a copy on a shelf that she does not ask for already; those with most first. */
    private List<RecordId> otherEditions(Request request) {
        return jdbc.sql("""
                select e.edition
                from record_edition e
                join copy c on c.record = e.edition and c.status = 'ON_SHELF'
                where e.record = :record
                  and not exists (
                    select from request r
                    where r.record = e.edition and r.reader = :reader and r.phase <> 'CLOSED')
                group by e.edition
                order by count(*) desc, e.edition
                limit :most
                """)
                .param("record", request.record().value())
                .param("reader", request.reader().orElseThrow())
                .param("most", MOST_EDITIONS)
                .query((row, n) -> new RecordId(row.getString("edition")))
                .list();
    }

    private Search seekOne(Request request, Set<LibraryCode> notThese, Actor by, Instant at) {
        var reader = askerOf(request);
        var pickup = branches.required(request.pickup());
        var routing = router.weigh(reader, request.record(), pickup, notThese, Optional.empty(), at);
        for (var candidate : routing.askable()) {
            var copy = copies.locked(candidate.copy());
            if (copy.is(CopyStatus.ON_SHELF)) {
                ask(request, copy, pickup, routing.candidates(), by, at);
                return new Search(Found.ASKED, routing);
            }
        }
        var later = routing.hasHope() || !routing.askable().isEmpty();
        return new Search(later ? Found.LATER : Found.NOBODY, routing);
    }

    private void ask(Request request, Copy copy, Branch pickup, List<Candidate> candidates, Actor by, Instant at) {
        var home = branches.required(copy.branch());
        copy.allot(at);
        copies.save(copy);
        request.ask(copy, Timetable.answerBy(home, at), candidates, by, at);
        if (copy.library().equals(request.borrower())) {
            // the pickup library need not ask itself
            request.accept(Timetable.promise(home, pickup, at), Actor.clock(), at);
        }
        requests.saveAndFlush(request);
    }

    /** Copies on shelves go to those who wait for the record and may have them, then to those for whom any edition will do. */
    void serveWaiting(RecordId record, Instant at) {
        requests.flush();
        var all = new ArrayList<>(waiting(record));
        all.addAll(contentWith(record));
        for (var request : all) {
            if (freeCopies(record) == 0) {
                return;
            }
            seek(request, Actor.clock(), at);
        }
    }

    /** The first who waits for this copy's record and may have this very copy, which is in hand at a branch. */
    Optional<Waiting> firstFor(Copy copy, Branch here, Instant at) {
        requests.flush();
        for (var request : waiting(copy.record())) {
            var pickup = branches.required(request.pickup());
            var routing = router.weigh(
                    askerOf(request),
                    copy.record(),
                    pickup,
                    saidNo(request),
                    Optional.of(new Router.InHand(copy.id(), here.code())),
                    at);
            var candidate = routing.of(copy.library()).filter(Candidate::canBeAsked);
            if (candidate.filter(one -> one.copy() == copy.id()).isPresent()) {
                return Optional.of(new Waiting(request, pickup, routing.candidates()));
            }
        }
        return Optional.empty();
    }

    /** Somebody who waits, and how the libraries were weighed for her. */
    record Waiting(Request request, Branch pickup, List<Candidate> candidates) {}

    private List<Request> waiting(RecordId record) {
        return jdbc
                .sql("""
                        select r.number
                        from request_queued r
                        where r.record = :record
                        order by r.placed_at, r.number
                        limit :most
                        """)
                .param("record", record.value())
                .param("most", MOST_WAITING)
                .query(String.class)
                .list()
                .stream()
                .map(number -> requests.findById(number).orElseThrow())
                .toList();
    }

    /** Who waits for another edition and would take this one. */
    private List<Request> contentWith(RecordId record) {
        return jdbc
                .sql("""
                        select r.number
                        from request_queued r
                        join record_edition e on e.record = r.record and e.edition = :record
                        where r.any_edition
                        order by r.placed_at, r.number
                        limit :most
                        """)
                .param("record", record.value())
                .param("most", MOST_WAITING)
                .query(String.class)
                .list()
                .stream()
                .map(number -> requests.findById(number).orElseThrow())
                .toList();
    }

    private int freeCopies(RecordId record) {
        return jdbc.sql("select count(*) from copy where record = :record and status = 'ON_SHELF'")
                .param("record", record.value())
                .query(Integer.class)
                .single();
    }

    /** Libraries whose attempt for this request came to nothing. */
    static Set<LibraryCode> saidNo(Request request) {
        return request.attempts().stream()
                .filter(attempt -> !attempt.isGoing() && attempt.state() != AttemptState.HOME)
                .map(attempt -> attempt.lender())
                .collect(Collectors.toSet());
    }

    private Asker askerOf(Request request) {
        return Asker.of(readers.required(request.reader().orElseThrow()));
    }
}
