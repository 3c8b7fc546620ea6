package org.consortium.loans.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Attempt;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
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
        CHANGE_PICKUP,
        /** A loan to the reader, who is here. */
        LEND,
        /** Its arrival at its own branch. */
        TAKE_HOME
    }

    /**
     * The sheet.
     *
     * @param request with its attempts, candidates and steps
     * @param reader her name for the borrower's staff, her alias for a lender's; nothing once she is forgotten
     * @param copy the copy it is about now, where there is one
     * @param moves what this member of staff can do with a button now
     */
    public record Sheet(
            Request request,
            String title,
            String byline,
            Optional<String> reader,
            Label borrower,
            Label pickup,
            Optional<Label> lender,
            Optional<OnShelf> copy,
            List<RequestMove> moves,
            Set<Offer> offers) {}

    /** Where a copy stands. */
    public record OnShelf(Barcode barcode, String callNumber, String shelf, BranchCode branchCode, Label branch) {}

    @Transactional(readOnly = true)
    public Sheet of(RequestNumber number, Staff by) {
        var request = requests.required(number, by.library());
        request.attempts();
        request.steps();
        var record = records.required(request.record());
        var going = request.going();
        var copy = going.map(Attempt::copy).flatMap(copies::findById);
        return new Sheet(
                request,
                record.title(),
                record.byline(),
                readerFor(request, by),
                libraries.required(request.borrower()).name(),
                branches.required(request.pickup()).name(),
                going.map(attempt -> libraries.required(attempt.lender()).name()),
                copy.map(this::onShelf),
                moves(request, copy, by),
                offers(request, by));
    }

    private Optional<String> readerFor(Request request, Staff by) {
        return request.reader()
                .flatMap(readers::findById)
                .map(reader -> request.borrower().equals(by.library()) ? reader.name() : reader.alias());
    }

    private OnShelf onShelf(Copy copy) {
        return new OnShelf(
                copy.barcode(),
                copy.callNumber(),
                copy.shelf(),
                copy.branch(),
                branches.required(copy.branch()).name());
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
            offers.add(Offer.CHANGE_PICKUP);
        }
        if (state.isEmpty()) {
            offers.add(Offer.CLOSE);
        }
        if (isReady) {
            offers.add(Offer.LEND);
        }
    }
}
