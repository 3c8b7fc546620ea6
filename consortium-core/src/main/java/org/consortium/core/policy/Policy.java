package org.consortium.core.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Copy;
import org.springframework.stereotype.Component;

/** The one evaluator of policy. Who has many questions takes the {@link #rules()} once and asks them. */
@Component
public class Policy {

    private final PolicyBook book;

    Policy(PolicyBook book) {
        this.book = book;
    }

    public Rules rules() {
        return new Rules(book.recognitions(), book.terms(), book.limits(), book.priorities(), book.groups());
    }

    public Verdict mayBorrow(Reader reader, Copy copy, Commitments has, LocalDate today) {
        return rules().mayBorrow(Asker.of(reader), Item.of(copy), has, today);
    }

    public Verdict mayRequest(Reader reader, Copy copy, LocalDate today) {
        return rules().mayRequest(Asker.of(reader), Item.of(copy), today);
    }

    public Optional<Refusal> tooManyRequests(Reader reader, Commitments has) {
        return rules().tooManyRequests(Asker.of(reader), has);
    }

    public int mostLoans(Reader reader) {
        return rules().mostLoans(Asker.of(reader));
    }

    public Optional<LendingTerms> terms(Copy copy, Reader reader) {
        return rules().terms(Item.of(copy), Asker.of(reader));
    }

    public Priority priorityOf(LibraryCode owner) {
        return rules().priorityOf(owner);
    }
}
