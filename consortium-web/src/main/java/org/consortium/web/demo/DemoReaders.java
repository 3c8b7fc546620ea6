package org.consortium.web.demo;

import java.time.LocalTime;
import java.util.Comparator;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.card.Registration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The fictional readers of Yunze get their cards, each at the library she lives near. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoReaders {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private final ReaderDesk readers;
    private final DemoStaff staff;
    private final TurnableClock clock;

    DemoReaders(ReaderDesk readers, DemoStaff staff, TurnableClock clock) {
        this.readers = readers;
        this.staff = staff;
        this.clock = clock;
    }

    void register(DemoDays days) {
        DemoTable.of("readers.tsv").rows().stream()
                .sorted(Comparator.comparingInt(row -> row.number("joined_days")))
                .forEach(row -> register(row, days));
    }

    private void register(DemoTable.Row row, DemoDays days) {
        clock.turnTo(days.at(row.number("joined_days"), MORNING));
        var home = new LibraryCode(row.get("home"));
        var registration = new Registration(
                new CardNumber(row.get("card")),
                row.get("name_zh"),
                ReaderClass.valueOf(row.get("class")),
                row.get("pin"),
                days.day(row.number("expires_days")),
                row.get("phone"),
                row.get("email"),
                new BranchCode(row.get("usual_branch")));
        readers.register(registration, home, staff.librarianOf(home).actor());
    }
}
