package org.consortium.core.loan;

import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All loans, open and over. */
public interface Loans extends JpaRepository<Loan, Long> {

    @Query("select l from Loan l where l.copy = :copy and l.backAt is null")
    Optional<Loan> openOfCopy(long copy);

    @Query("select l from Loan l where l.reader = :reader and l.backAt is null order by l.dueOn, l.id")
    List<Loan> openOfReader(long reader);

    /** A loan of this reader; another's is not found. */
    default Loan required(long id, long reader) {
        return findById(id)
                .filter(loan -> loan.reader().filter(of -> of == reader).isPresent())
                .orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
    }

    default Loan required(long id) {
        return findById(id).orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
    }
}
