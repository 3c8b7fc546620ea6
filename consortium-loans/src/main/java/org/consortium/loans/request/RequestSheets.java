package org.consortium.loans.request;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.card.Reader;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Attempt;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Candidate;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.ill.Step;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.UnionRecords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One request on one sheet, for staff of the borrower or a lender: what it is about, what happened, what can be done. */
@Component
public class RequestSheets {

    private final Requests requests;
    private final Copies copies;
    private final Branches branches;
    private final Libraries libraries;
    private final UnionRecords records;
    private final Readers readers;

    RequestSheets(
            Requests requests,
            Copies copies,
            Branches branches,
            Libraries libraries,
            UnionRecords records,
            Readers readers) {
        this.requests = requests;
        this.copies = copies;
        this.branches = branches;
        this.libraries = libraries;
        this.records = records;
        this.readers = readers;
    }

    /** What a request's page may offer beside the moves. */
    public enum Offer {
        CANCEL,
        REFUSE_CANCEL,
        ASK_NEXT,
        CLOSE,
        /** A loan to the reader, who is here. */
        LEND,
        /** Its arrival at its own branch. */
        TAKE_HOME
    }

    /**
     * The sheet.
     *
     * @param request with its attempts, candidates and steps
     * @param reader her name for the borrower's staff, her alias for a lender's, or the empty text once she is forgotten
     * @param going the attempt that is going, where there is one
     * @param copy the copy it is about now, where there is one
     * @param weighed who was weighed for the last attempt, best first
     * @param moves what this member of staff can do with a button now
     */
    public record Sheet(
            Request request,
            String title,
            String byline,
            String reader,
            Label borrower,
            Label pickup,
            Optional<Attempt> going,
            Optional<Label> lender,
            Optional<OnShelf> copy,
            List<Weighed> weighed,
            List<Happened> happened,
            List<RequestMove> moves,
            Set<Offer> offers) {

        public boolean canBeLent() {
            return offers.contains(Offer.LEND);
        }

        /** Whether the copy's next stop is its own branch. */
        public boolean goesHome() {
            return going.filter(attempt -> attempt.state() == AttemptState.SENT_HOME)
                    .isPresent();
        }
    }

    /** Where a copy stands. */
    public record OnShelf(Barcode barcode, String callNumber, String shelf, BranchCode branchCode, Label branch) {}

    /** One library as it was weighed, and whether it was the one that was asked. */
    public record Weighed(Label library, Candidate candidate, boolean asked) {}

    /**
     * One step that was made.
     *
     * @param by the library whose staff made it; nothing for reader and clock
     * @param about the library that was asked, the branch that was chosen
     * @param why the reason of a no, or what needs attention
     */
    public record Happened(
            Instant at,
            String move,
            Actor.Kind actor,
            Optional<Label> by,
            Optional<Label> about,
            Optional<? extends Enum<?>> why,
            String remark) {}

    @Transactional(readOnly = true)
    public Sheet of(RequestNumber number, Staff by) {
        var request = requests.required(number, by.library());
        var record = records.required(request.record());
        var names = libraries.findAll().stream().collect(Collectors.toMap(Library::code, Library::name));
        var going = request.going();
        var copy = going.map(Attempt::copy).flatMap(copies::findById);
        return new Sheet(
                request,
                record.title(),
                record.byline(),
                readerFor(request, by),
                names.get(request.borrower()),
                branches.required(request.pickup()).name(),
                going,
                going.map(attempt -> names.get(attempt.lender())),
                copy.map(this::onShelf),
                weighed(request, names),
                request.steps().stream().map(step -> happened(step, names)).toList(),
                moves(request, copy, by),
                offers(request, by));
    }

    private String readerFor(Request request, Staff by) {
        var collectsHere = request.borrower().equals(by.library());
        return request.reader()
                .flatMap(readers::findById)
                .map(collectsHere ? Reader::name : Reader::alias)
                .orElse("");
    }

    private OnShelf onShelf(Copy copy) {
        return new OnShelf(
                copy.barcode(),
                copy.callNumber(),
                copy.shelf(),
                copy.branch(),
                branches.required(copy.branch()).name());
    }

    private static List<Weighed> weighed(Request request, Map<LibraryCode, Label> names) {
        var attempts = request.attempts();
        if (attempts.isEmpty()) {
            return List.of();
        }
        var last = attempts.get(attempts.size() - 1);
        return last.candidates().stream()
                .map(candidate -> new Weighed(
                        names.get(candidate.library()),
                        candidate,
                        candidate.canBeAsked() && candidate.library().equals(last.lender())))
                .toList();
    }

    private Happened happened(Step step, Map<LibraryCode, Label> names) {
        return new Happened(
                step.at(),
                step.move(),
                step.actor().kind(),
                staffOf(step.actor()).map(names::get),
                step.asked()
                        .map(names::get)
                        .or(() -> step.newPickup().map(branches::required).map(Branch::name)),
                step.why(),
                step.remark());
    }

    private static Optional<LibraryCode> staffOf(Actor actor) {
        return actor.is(Actor.Kind.READER) ? Optional.empty() : Optional.ofNullable(actor.library());
    }

    /** Of sending and setting aside only the one that fits where the copy stands; taking back by the borrower is Cancel. */
    private static List<RequestMove> moves(Request request, Optional<Copy> copy, Staff by) {
        var isThere =
                copy.flatMap(Copy::atBranch).filter(request.pickup()::equals).isPresent();
        var fitsNot = isThere ? RequestMove.SEND : RequestMove.SET_ASIDE;
        return request.movesFor(by.actor()).stream()
                .filter(move -> move != fitsNot && move != RequestMove.WITHDRAW)
                .toList();
    }

    private static Set<Offer> offers(Request request, Staff by) {
        var offers = EnumSet.noneOf(Offer.class);
        var state = request.going().map(Attempt::state);
        if (!request.isOpen()) {
            return offers;
        }
        var isLender = request.going()
                .filter(attempt -> attempt.lender().equals(by.library()))
                .isPresent();
        if (isLender
                && request.isCancelAsked()
                && state.filter(RequestMove.AGREE_CANCEL::startsFrom).isPresent()) {
            offers.add(Offer.REFUSE_CANCEL);
        }
        if (isLender && state.filter(AttemptState.SENT_HOME::equals).isPresent()) {
            offers.add(Offer.TAKE_HOME);
        }
        if (request.borrower().equals(by.library())) {
            addBorrowers(request, state, offers);
        }
        return offers;
    }

    private static void addBorrowers(Request request, Optional<AttemptState> state, Set<Offer> offers) {
        var canWithdraw = state.map(RequestMove.WITHDRAW::startsFrom).orElse(true);
        var canAsk = state.filter(RequestMove.AGREE_CANCEL::startsFrom).isPresent();
        var isReady = state.filter(AttemptState.RECEIVED::equals).isPresent();
        if (canWithdraw || !request.isCancelAsked() && (canAsk || isReady)) {
            offers.add(Offer.CANCEL);
        }
        if (canWithdraw) {
            offers.add(Offer.ASK_NEXT);
        }
        if (state.isEmpty()) {
            offers.add(Offer.CLOSE);
        }
        if (isReady) {
            offers.add(Offer.LEND);
        }
    }
}
