package org.consortium.loans.request;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.loans.DeskWork;
import org.consortium.loans.RecordTurn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What the scan of a copy means to the request it serves: at each desk at most one move. */
@Service
public class RequestScans {

    /** A scanner that reads the same barcode twice within this time has read it once. */
    private static final Duration DOUBLE_SCAN = Duration.ofSeconds(3);

    /** The moves a scan makes. */
    private static final Set<String> SCANNED = Stream.of(
                    RequestMove.PICK, RequestMove.SEND, RequestMove.SET_ASIDE, RequestMove.RECEIVE)
            .map(RequestMove::code)
            .collect(Collectors.toSet());

    private final RequestDesk desk;
    private final Requests requests;
    private final Copies copies;
    private final Branches branches;
    private final RecordTurn turn;
    private final DeskWork work;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestScans(
            RequestDesk desk,
            Requests requests,
            Copies copies,
            Branches branches,
            RecordTurn turn,
            DeskWork work,
            JdbcClient jdbc,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.copies = copies;
        this.branches = branches;
        this.turn = turn;
        this.work = work;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The one move a scan of this copy means at this desk: pick, send, set aside, receive or take home. Nothing, where it
     * means none; then it may be a return.
     */
    public Optional<Request> scan(Barcode barcode, BranchCode at, Staff by) {
        var here = branches.required(at, by.library());
        return work.done(() -> goingFor(barcode, by.library()).flatMap(number -> scanned(number, here, by)));
    }

    private Optional<RequestNumber> goingFor(Barcode barcode, LibraryCode library) {
        return jdbc.sql("""
                select a.request
                from copy c
                join attempt_going a on a.copy = c.id
                join request r on r.number = a.request
                where c.barcode = :barcode and (r.borrower = :library or a.lender = :library)
                order by c.library = :library desc
                limit 1
                """)
                .param("barcode", barcode.value())
                .param("library", library.value())
                .query((row, n) -> new RequestNumber(row.getString("request")))
                .optional();
    }

    private Optional<Request> scanned(RequestNumber number, Branch here, Staff by) {
        turn.take(number);
        var request = requests.required(number, by.library());
        if (request.going().isEmpty() || isScannedTwice(request, by)) {
            return Optional.of(desk.show(number, by));
        }
        var attempt = request.going().get();
        var isLender = attempt.lender().equals(by.library());
        var isPickup = request.pickup().equals(here.code());
        var copy = copies.required(attempt.copy());
        return switch (attempt.state()) {
            case ACCEPTED -> isLender ? Optional.of(desk.pick(number, null, copy.barcode(), by)) : Optional.empty();
            case PICKED -> isLender ? Optional.of(sendOrSetAside(number, copy, request, by)) : Optional.empty();
            case SENT -> isPickup ? Optional.of(desk.receive(number, null, by)) : Optional.empty();
            case SENT_HOME ->
                copy.branch().equals(here.code()) ? Optional.of(desk.takeHome(number, null, by)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Request sendOrSetAside(RequestNumber number, Copy copy, Request request, Staff by) {
        var isThere = copy.atBranch().map(request.pickup()::equals).orElse(false);
        return isThere ? desk.setAside(number, null, by) : desk.send(number, null, by);
    }

    private boolean isScannedTwice(Request request, Staff by) {
        var steps = request.steps();
        var last = steps.get(steps.size() - 1);
        return last.actor().equals(by.actor())
                && SCANNED.contains(last.move())
                && Duration.between(last.at(), clock.instant()).compareTo(DOUBLE_SCAN) < 0;
    }
}
