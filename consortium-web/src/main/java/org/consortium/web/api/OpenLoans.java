package org.consortium.web.api;

import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.loan.Loan;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.loan.Loans;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.springframework.stereotype.Component;

/** Finds a loan by the copy in hand: numbers of loans never show. */
@Component
class OpenLoans {

    private final Copies copies;
    private final Loans loans;

    OpenLoans(Copies copies, Loans loans) {
        this.copies = copies;
        this.loans = loans;
    }

    Loan of(Barcode barcode, LibraryCode owner) {
        return loans.openOfCopy(copies.required(owner, barcode).id())
                .orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
    }

    /** A loan of this reader; another's is not found. */
    Loan of(Barcode barcode, Optional<LibraryCode> owner, Reader reader) {
        return copies.findByBarcode(barcode).stream()
                .filter(copy -> owner.isEmpty() || owner.get().equals(copy.library()))
                .flatMap(copy -> loans.openOfCopy(copy.id()).stream())
                .filter(loan -> loan.reader().filter(of -> of == reader.id()).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
    }
}
