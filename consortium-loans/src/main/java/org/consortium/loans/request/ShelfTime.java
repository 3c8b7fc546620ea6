package org.consortium.loans.request;

import java.time.Instant;
import java.time.LocalDate;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Request;
import org.consortium.core.member.Branch;
import org.consortium.core.policy.LendingTerms;
import org.consortium.core.policy.Policy;
import org.consortium.core.union.Copy;
import org.consortium.loans.routing.Timetable;
import org.springframework.stereotype.Component;

/** How long a requested copy waits on the shelf behind the desk: as the owner's terms say. */
@Component
class ShelfTime {

    /** Where terms were taken away while the copy was under way. */
    private static final int USUAL_DAYS = 7;

    private final Policy policy;
    private final Readers readers;

    ShelfTime(Policy policy, Readers readers) {
        this.policy = policy;
        this.readers = readers;
    }

    LocalDate until(Request request, Copy copy, Branch pickup, Instant now) {
        int days = request.reader()
                .flatMap(readers::findById)
                .flatMap(reader -> policy.terms(copy, reader))
                .map(LendingTerms::shelfDays)
                .orElse(USUAL_DAYS);
        return Timetable.readyUntil(pickup, days, now);
    }
}
