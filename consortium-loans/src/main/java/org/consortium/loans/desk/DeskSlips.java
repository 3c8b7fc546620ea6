package org.consortium.loans.desk;

import java.util.Optional;
import org.consortium.core.card.Reader;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.loan.Loan;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Staff;
import org.consortium.core.policy.LendingTerms;
import org.consortium.core.policy.Policy;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.UnionRecords;
import org.consortium.loans.card.ReaderStanding;
import org.consortium.loans.request.Onward;
import org.springframework.stereotype.Component;

/** Writes the slips: what the desk says after it has done something. */
@Component
class DeskSlips {

    private final UnionRecords records;
    private final Libraries libraries;
    private final Branches branches;
    private final Copies copies;
    private final Requests requests;
    private final Readers readers;
    private final ReaderStanding standing;
    private final Policy policy;

    DeskSlips(
            UnionRecords records,
            Libraries libraries,
            Branches branches,
            Copies copies,
            Requests requests,
            Readers readers,
            ReaderStanding standing,
            Policy policy) {
        this.records = records;
        this.libraries = libraries;
        this.branches = branches;
        this.copies = copies;
        this.requests = requests;
        this.readers = readers;
        this.standing = standing;
        this.policy = policy;
    }

    LoanSlip of(Loan loan, Reader reader, boolean again) {
        var copy = copies.required(loan.copy());
        int most = policy.terms(copy, reader).map(LendingTerms::renewals).orElse(0);
        return new LoanSlip(
                loan.id(),
                reader.id(),
                copy.barcode(),
                libraries.required(copy.library()).name(),
                titleOf(copy),
                copy.callNumber(),
                loan.dueOn(),
                Math.max(0, most - loan.renewals()),
                requests.goingOfCopy(copy.id()).map(Request::number),
                standing.commitments(reader.id()).loans(),
                policy.mostLoans(reader),
                again);
    }

    ReturnSlip of(Copy copy, Onward onward, Optional<Loan> ended, long daysLate, Branch here, Staff by) {
        return new ReturnSlip(
                ended.map(Loan::id),
                copy.barcode(),
                libraries.required(copy.library()).name(),
                titleOf(copy),
                copy.callNumber(),
                onward.next(),
                onward.to(),
                branches.required(onward.to()).name(),
                here.place().courier(),
                onward.request(),
                onward.request().flatMap(number -> waiting(number, onward, by)),
                daysLate,
                onward.odd());
    }

    /** Her name for the staff who hand it over, her alias for others. */
    private Optional<String> waiting(RequestNumber number, Onward onward, Staff by) {
        if (onward.next() != Onward.Next.SET_ASIDE && onward.next() != Onward.Next.SEND_TO_PICKUP) {
            return Optional.empty();
        }
        var request = requests.required(number);
        return request.reader()
                .map(readers::required)
                .map(reader -> request.borrower().equals(by.library()) ? reader.name() : reader.alias());
    }

    private String titleOf(Copy copy) {
        return records.required(copy.record()).title();
    }
}
