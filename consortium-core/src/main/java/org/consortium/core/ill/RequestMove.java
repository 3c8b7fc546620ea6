package org.consortium.core.ill;

import static org.consortium.core.ill.AttemptState.ACCEPTED;
import static org.consortium.core.ill.AttemptState.ASKED;
import static org.consortium.core.ill.AttemptState.CONDITION_ANSWERED;
import static org.consortium.core.ill.AttemptState.CONDITION_OFFERED;
import static org.consortium.core.ill.AttemptState.DECLINED;
import static org.consortium.core.ill.AttemptState.HOME;
import static org.consortium.core.ill.AttemptState.LENT;
import static org.consortium.core.ill.AttemptState.LOST;
import static org.consortium.core.ill.AttemptState.PASSED_ON;
import static org.consortium.core.ill.AttemptState.PICKED;
import static org.consortium.core.ill.AttemptState.RECEIVED;
import static org.consortium.core.ill.AttemptState.SENT;
import static org.consortium.core.ill.AttemptState.SENT_HOME;
import static org.consortium.core.ill.AttemptState.TIMED_OUT;
import static org.consortium.core.ill.AttemptState.WITHDRAWN;
import static org.consortium.core.ill.Side.BORROWER;
import static org.consortium.core.ill.Side.CLOCK;
import static org.consortium.core.ill.Side.DESK;
import static org.consortium.core.ill.Side.LENDER;
import static org.consortium.core.ill.Side.READER;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every move of a request: who may make it, where the attempt stands after it, and where it may stand before. Buttons,
 * links of the API, guards and the diagram in the documents come from this table.
 */
public enum RequestMove {
    OFFER_CONDITION(Set.of(LENDER), CONDITION_OFFERED, ASKED),
    AGREE_CONDITION(Set.of(BORROWER), CONDITION_ANSWERED, CONDITION_OFFERED),
    REFUSE_CONDITION(Set.of(BORROWER), WITHDRAWN, CONDITION_OFFERED),
    ACCEPT(Set.of(LENDER, CLOCK), ACCEPTED, ASKED, CONDITION_ANSWERED),
    DECLINE(Set.of(LENDER), DECLINED, ASKED, CONDITION_ANSWERED, ACCEPTED, PICKED),
    TIME_OUT(Set.of(CLOCK), TIMED_OUT, ASKED, CONDITION_OFFERED, CONDITION_ANSWERED),
    PICK(Set.of(LENDER), PICKED, ACCEPTED),
    UNPICK(Set.of(LENDER), ACCEPTED, PICKED),
    SEND(Set.of(LENDER), SENT, PICKED),
    /** The copy stands at the pickup branch already. */
    SET_ASIDE(Set.of(LENDER), RECEIVED, PICKED),
    RECEIVE(Set.of(BORROWER), RECEIVED, SENT),
    /** To the reader who asked for it, and nobody else; wherever she and the copy meet before the van has called, too. */
    LEND(Set.of(BORROWER, LENDER), LENT, RECEIVED, ASKED, ACCEPTED, PICKED),
    /** Handed in at a desk that is not its home: it travels. */
    RETURN(Set.of(DESK), SENT_HOME, LENT),
    /** Waited in vain, or no longer wanted: it travels home. */
    RELEASE(Set.of(BORROWER, CLOCK), SENT_HOME, RECEIVED),
    /** Comes to its own branch, by van or over the counter; the clock's where it waited in vain at home. */
    TAKE_HOME(Set.of(DESK, CLOCK), HOME, SENT_HOME, LENT, RECEIVED, SENT),
    /** Straight on to the next reader who waits: for this one it is over. */
    PASS_ON(Set.of(DESK, CLOCK), PASSED_ON, LENT, RECEIVED, SENT_HOME),
    /** Came in at a desk and travels from there to the reader who waits. */
    FORWARD(Set.of(DESK, CLOCK), SENT, ACCEPTED),
    /** Came in at the very desk where the reader who waits collects; also where the lender has not scanned it on its way out. */
    KEEP_HERE(Set.of(DESK, CLOCK), RECEIVED, ACCEPTED, PICKED),
    /** Wanted no more before the lender has said yes; the clock's where the reader got a copy at a desk meanwhile. */
    WITHDRAW(Set.of(READER, BORROWER, CLOCK), WITHDRAWN, ASKED, CONDITION_OFFERED, CONDITION_ANSWERED),
    /** The lender's yes to the question whether it may be cancelled after all. */
    AGREE_CANCEL(Set.of(LENDER), WITHDRAWN, ACCEPTED, PICKED),
    REPORT_LOST(Set.of(LENDER, BORROWER), LOST, PICKED, SENT, RECEIVED, LENT, SENT_HOME);

    private final Set<Side> sides;
    private final AttemptState to;
    private final List<AttemptState> from;

    RequestMove(Set<Side> sides, AttemptState to, AttemptState... from) {
        this.sides = sides;
        this.to = to;
        this.from = List.of(from);
    }

    public Set<Side> sides() {
        return sides;
    }

    public AttemptState to() {
        return to;
    }

    public List<AttemptState> from() {
        return from;
    }

    public boolean startsFrom(AttemptState state) {
        return from.contains(state);
    }

    /** Made with the copy in hand, by scanning it or lending it, and never by a button alone. */
    public boolean needsTheCopy() {
        return sides.contains(DESK) || this == LEND;
    }

    public boolean isOf(Set<Side> actorsSides) {
        return actorsSides.stream().anyMatch(sides::contains);
    }

    /** Its name in addresses, form values and message keys: {@code offer-condition}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
