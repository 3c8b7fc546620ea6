package org.consortium.loans.proposal;

import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.union.Isbn;

/**
 * What a reader proposes, as she writes it.
 *
 * @param isbn null where she does not know it
 */
public record Proposed(String title, String author, Isbn isbn, String reason) {

    public static final int LONGEST_TITLE = 300;
    public static final int LONGEST_AUTHOR = 200;
    public static final int LONGEST_REASON = 500;

    public Proposed {
        title = clean(title, LONGEST_TITLE);
        author = clean(author, LONGEST_AUTHOR);
        reason = clean(reason, LONGEST_REASON);
        if (title.isEmpty()) {
            throw new Refusal(ProposalRefusal.PROPOSAL_TITLE);
        }
    }

    /** What was typed for an ISBN may be empty. */
    public static Proposed of(String title, String author, String isbn, String reason) {
        var typed = isbn == null ? "" : isbn.strip();
        var known = Isbn.in(typed);
        if (known.isEmpty() && !typed.isEmpty()) {
            throw new Refusal(ProposalRefusal.PROPOSAL_ISBN);
        }
        return new Proposed(title, author, known.orElse(null), reason);
    }

    public Optional<Isbn> knownIsbn() {
        return Optional.ofNullable(isbn);
    }

    static String clean(String typed, int longest) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            throw new Refusal(ProposalRefusal.PROPOSAL_TOO_LONG, longest);
        }
        return text;
    }
}
