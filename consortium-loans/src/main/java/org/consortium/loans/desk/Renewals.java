package org.consortium.loans.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.Readers;
import org.consortium.core.loan.Loan;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.loan.Loans;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.policy.Asker;
import org.consortium.core.policy.Item;
import org.consortium.core.policy.LendingTerms;
import org.consortium.core.policy.Policy;
import org.consortium.core.policy.PolicyRefusal;
import org.consortium.core.policy.Rules;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.RecordId;
import org.consortium.loans.RecordTurn;
import org.consortium.loans.card.ReaderStanding;
import org.consortium.loans.routing.Timetable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a loan may be renewed, and until when. */
@Component
class Renewals {

    private final Policy policy;
    private final Copies copies;
    private final Branches branches;
    private final ReaderStanding standing;
    private final ReaderCards cards;
    private final Readers readers;
    private final Loans loans;
    private final DeskSlips slips;
    private final RecordTurn turn;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Renewals(
            Policy policy,
            Copies copies,
            Branches branches,
            ReaderStanding standing,
            ReaderCards cards,
            Readers readers,
            Loans loans,
            DeskSlips slips,
            RecordTurn turn,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.policy = policy;
        this.copies = copies;
        this.branches = branches;
        this.standing = standing;
        this.cards = cards;
        this.readers = readers;
        this.loans = loans;
        this.slips = slips;
        this.turn = turn;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LoanSlip renew(long id, Actor by) {
        var seen = loans.findById(id)
                .filter(loan -> mayRenew(loan, by))
                .orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
        return renewed(seen, by);
    }

    LoanSlip renew(CardNumber card, Barcode barcode, Staff by) {
        long reader = cards.required(card).reader();
        var seen = loans.openOfReader(reader).stream()
                .filter(loan -> copies.required(loan.copy()).barcode().equals(barcode))
                .findFirst()
                .orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
        return renewed(seen, by.actor());
    }

    private boolean mayRenew(Loan loan, Actor by) {
        if (by.is(Actor.Kind.READER)) {
            return loan.reader().equals(by.reader());
        }
        return by.actsFor(loan.readerHome())
                || by.actsFor(loan.owner())
                || by.actsFor(branches.required(loan.lentAtBranch()).library());
    }

    private LoanSlip renewed(Loan seen, Actor by) {
        if (!seen.isOpen()) {
            throw new Refusal(LoanRefusal.LOAN_OVER);
        }
        var reader = readers.required(seen.reader().orElseThrow());
        turn.takeOfCopy(seen.copy());
        var loan = loans.required(seen.id());
        var answer = asking(reader, clock.instant()).about(loan);
        if (isRenewedAlready(loan, answer)) {
            return slips.of(loan, reader, true);
        }
        answer.no().ifPresent(no -> {
            throw no;
        });
        loan.renew(answer.terms(), answer.newDue().orElseThrow());
        loans.saveAndFlush(loan);
        trail.note(
                by,
                clock.instant(),
                "loan-renewed",
                "loan",
                loan.id(),
                loan.owner(),
                loan.dueOn().toString());
        return slips.of(loan, reader, false);
    }

    /** Renewed today: pressing again brings the same day and is no mistake. */
    private boolean isRenewedAlready(Loan loan, Answer answer) {
        return loan.renewals() > 0
                && answer.terms() != null
                && Timetable.due(
                                branches.required(loan.lentAtBranch()),
                                answer.terms().renewalDays(),
                                clock.instant())
                        .equals(loan.dueOn());
    }

    record Answer(LendingTerms terms, Optional<LocalDate> newDue, Optional<Refusal> no) {}

    /** The questions of one reader at one moment: the rules and her card are read once for all her loans. */
    Asking asking(Reader reader, Instant now) {
        return new Asking(reader, policy.rules(), now);
    }

    /** One reader asks what of hers may be renewed. */
    final class Asking {

        private final Reader reader;
        private final Rules rules;
        private final Instant now;
        private final List<Refusal> bad;

        private Asking(Reader reader, Rules rules, Instant now) {
            this.reader = reader;
            this.rules = rules;
            this.now = now;
            this.bad = standing.refusals(reader, LocalDate.ofInstant(now, ZoneOffset.UTC));
        }

        Answer about(Loan loan) {
            var copy = copies.required(loan.copy());
            var row = rules.terms(Item.of(copy), Asker.of(reader));
            if (row.isEmpty()) {
                return no(null, new Refusal(PolicyRefusal.NO_TERMS));
            }
            var terms = row.get();
            var desk = branches.required(loan.lentAtBranch());
            var newDue = Timetable.due(desk, terms.renewalDays(), now);
            if (!bad.isEmpty()) {
                return no(terms, Refusal.of(bad));
            }
            if (desk.today(now).isAfter(loan.dueOn().plusDays(terms.graceDays()))) {
                return no(terms, new Refusal(LoanRefusal.RENEWAL_OVERDUE, loan.dueOn()));
            }
            if (isWaitedFor(copy.record())) {
                return no(terms, new Refusal(LoanRefusal.RENEWAL_WAITED_FOR));
            }
            if (loan.renewals() >= terms.renewals()) {
                return no(terms, new Refusal(LoanRefusal.RENEWALS_USED_UP, terms.renewals()));
            }
            if (!newDue.isAfter(loan.dueOn())) {
                return no(terms, new Refusal(LoanRefusal.RENEWAL_GAINS_NOTHING, loan.dueOn()));
            }
            return new Answer(terms, Optional.of(newDue), Optional.empty());
        }
    }

    private static Answer no(LendingTerms terms, Refusal refusal) {
        return new Answer(terms, Optional.empty(), Optional.of(refusal));
    }

    private boolean isWaitedFor(RecordId record) {
        return jdbc.sql("""
                select exists (
                  select 1
                  from request_queued r
                  where r.record = :record)
                """)
                .param("record", record.value())
                .query(Boolean.class)
                .single();
    }
}
