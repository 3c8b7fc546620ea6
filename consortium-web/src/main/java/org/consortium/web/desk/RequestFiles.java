package org.consortium.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.card.Reader;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Attempt;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Candidate;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Side;
import org.consortium.core.ill.Step;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.UnionRecords;
import org.consortium.loans.request.RequestDesk;
import org.springframework.stereotype.Component;

/** Opens the file of a request for a librarian of one of its libraries: what it is, why this lender, what happened, what can be done. */
@Component
class RequestFiles {

    private final RequestDesk desk;
    private final UnionRecords records;
    private final Libraries libraries;
    private final Branches branches;
    private final Copies copies;
    private final Readers readers;

    RequestFiles(
            RequestDesk desk,
            UnionRecords records,
            Libraries libraries,
            Branches branches,
            Copies copies,
            Readers readers) {
        this.desk = desk;
        this.records = records;
        this.libraries = libraries;
        this.branches = branches;
        this.copies = copies;
        this.readers = readers;
    }

    RequestFile open(RequestNumber number, Staff by) {
        var request = desk.show(number, by);
        var names = libraries.findAll().stream()
                .collect(Collectors.toMap(library -> library.code().value(), Library::name));
        var record = records.required(request.record());
        var last = last(request);
        var going = request.going();
        var copy = going.map(attempt -> copies.required(attempt.copy()));
        return new RequestFile(
                number.value(),
                request.version(),
                record.id().value(),
                record.title(),
                record.byline(),
                request.phase(),
                request.outcome(),
                request.attention(),
                request.isCancelAsked(),
                request.isQueued(),
                reader(request, by),
                branches.required(request.pickup()).name(),
                names.get(request.borrower().value()),
                going.map(attempt -> names.get(attempt.lender().value())).orElse(null),
                going.map(Attempt::state).orElse(null),
                copy.map(one -> one.barcode().value()).orElse(""),
                copy.map(Copy::callNumber).orElse(""),
                copy.map(Copy::shelf).orElse(""),
                last.map(Attempt::condition).orElse(""),
                request.placedAt(),
                going.map(Attempt::answerBy).orElse(null),
                request.promisedOn().orElse(null),
                request.readyUntil().orElse(null),
                going.filter(attempt -> attempt.state() == AttemptState.RECEIVED)
                                .isPresent()
                        && by.library().equals(request.borrower()),
                deeds(request, by),
                weighed(last, names),
                events(request, names));
    }

    private static Optional<Attempt> last(Request request) {
        var attempts = request.attempts();
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    /** Her name where she collects, elsewhere her alias. */
    private String reader(Request request, Staff by) {
        var known = request.reader().flatMap(readers::findById);
        var collectsHere = by.library().equals(request.borrower());
        return known.map(collectsHere ? Reader::name : Reader::alias).orElse("");
    }

    private static List<Deed> deeds(Request request, Staff by) {
        var deeds = new ArrayList<Deed>();
        var sides = request.sidesOf(by.actor());
        request.movesFor(by.actor()).stream()
                .map(Deed::of)
                .flatMap(Optional::stream)
                .forEach(deeds::add);
        if (request.isCancelAsked() && sides.contains(Side.LENDER)) {
            deeds.add(Deed.CANCEL_REFUSAL);
        }
        if (request.isOpen() && sides.contains(Side.BORROWER)) {
            if (request.going().isEmpty()) {
                deeds.add(Deed.NEXT_LENDER);
                deeds.add(Deed.CLOSING);
            } else if (!request.isCancelAsked()
                    && mayStillBeCancelled(request.going().get())) {
                deeds.add(Deed.CANCELLATION);
            }
        }
        return deeds.stream().sorted().distinct().toList();
    }

    private static boolean mayStillBeCancelled(Attempt going) {
        return switch (going.state()) {
            case ASKED, CONDITION_OFFERED, CONDITION_ANSWERED, ACCEPTED, PICKED, RECEIVED -> true;
            default -> false;
        };
    }

    private static List<RequestFile.Weighed> weighed(Optional<Attempt> last, Map<String, Label> names) {
        return last.map(attempt -> attempt.candidates().stream()
                        .map(candidate -> weighed(candidate, attempt, names))
                        .toList())
                .orElse(List.of());
    }

    private static RequestFile.Weighed weighed(Candidate candidate, Attempt attempt, Map<String, Label> names) {
        return new RequestFile.Weighed(
                names.get(candidate.library().value()),
                candidate.copy() != null,
                candidate.kilometres(),
                candidate.openRequests(),
                candidate.balance(),
                candidate.points(),
                candidate.excluded(),
                candidate.canBeAsked() && candidate.library().equals(attempt.lender()));
    }

    private static List<RequestFile.Event> events(Request request, Map<String, Label> names) {
        return request.steps().stream().map(step -> event(step, names)).toList();
    }

    private static RequestFile.Event event(Step step, Map<String, Label> names) {
        var library = step.actor().library();
        return new RequestFile.Event(
                step.at(),
                step.move(),
                step.actor().kind().name().toLowerCase(Locale.ROOT),
                library == null ? null : names.get(library.value()),
                names.containsKey(step.note()) || step.note().matches("[A-Z_]+") ? "" : step.note(),
                step.phase());
    }
}
