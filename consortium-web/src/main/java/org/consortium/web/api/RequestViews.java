package org.consortium.web.api;

import java.util.Optional;
import org.consortium.core.card.Reader;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Attempt;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.member.Actor;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.UnionRecords;
import org.consortium.loans.request.ReaderRequests;
import org.springframework.stereotype.Component;

/** Shows a request to one who may see it: the reader's name only to herself and where she collects, else her alias. */
@Component
class RequestViews {

    private final Readers readers;
    private final UnionRecords records;
    private final ReaderRequests readerRequests;

    RequestViews(Readers readers, UnionRecords records, ReaderRequests readerRequests) {
        this.readers = readers;
        this.records = records;
        this.readerRequests = readerRequests;
    }

    RequestView of(Request request, Actor viewer) {
        var staff = !viewer.is(Actor.Kind.READER);
        return new RequestView(
                request.number(),
                IfMatch.etag(request.version()),
                request.record(),
                records.required(request.record()).title(),
                request.phase(),
                request.outcome().orElse(null),
                staff ? request.attention().orElse(null) : null,
                request.borrower(),
                request.pickup(),
                lender(request, staff).orElse(null),
                staff ? request.going().map(Attempt::state).orElse(null) : null,
                request.reader()
                        .flatMap(readers::findById)
                        .map(reader -> named(reader, request, viewer))
                        .orElse(null),
                request.placedAt(),
                request.promisedOn().orElse(null),
                request.readyUntil().orElse(null),
                readerRequests.position(request.number()).orElse(null),
                request.isCancelAsked(),
                request.closedAt().orElse(null),
                staff
                        ? request.attempts().stream()
                                .map(RequestView.AttemptView::of)
                                .toList()
                        : null,
                request.steps().stream()
                        .map(step -> RequestView.StepView.of(step, staff))
                        .toList(),
                request.movesFor(viewer).stream()
                        .flatMap(move ->
                                MoveAddress.of(move)
                                        .map(address -> RequestView.MoveView.of(request, move, address))
                                        .stream())
                        .toList());
    }

    /** The reader is told which library lends, once it has said yes. */
    private static Optional<LibraryCode> lender(Request request, boolean staff) {
        return request.going()
                .filter(attempt -> staff || !RequestMove.WITHDRAW.startsFrom(attempt.state()))
                .map(Attempt::lender);
    }

    private static String named(Reader reader, Request request, Actor viewer) {
        var hers = viewer.is(Actor.Kind.READER) || viewer.actsFor(request.borrower());
        return hers ? reader.name() : reader.alias();
    }
}
