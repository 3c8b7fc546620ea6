package org.consortium.web.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.FirstRun;
import org.consortium.core.member.Hours;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryGroup;
import org.consortium.core.member.LibraryGroups;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.MembershipDesk;
import org.consortium.core.member.MembershipStatus;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The fictional libraries of Yunze join, one after the other, with their branches and the people who work there. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoMembers {

    /** Shown on purpose, at the sign-in and where the program starts: a demonstration listens on loopback only. */
    static final String PASSWORD = "yunze-demo";

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final int DAY_OF_SUSPENSION = -45;

    private final FirstRun firstRun;
    private final MembershipDesk membership;
    private final StaffDesk staffDesk;
    private final LibraryGroups groups;
    private final TurnableClock clock;

    DemoMembers(
            FirstRun firstRun,
            MembershipDesk membership,
            StaffDesk staffDesk,
            LibraryGroups groups,
            TurnableClock clock) {
        this.firstRun = firstRun;
        this.membership = membership;
        this.staffDesk = staffDesk;
        this.groups = groups;
        this.clock = clock;
    }

    void join(DemoDays days) {
        var staff = DemoTable.of("staff.tsv").rows();
        var secretary = staff.stream()
                .filter(person -> roles(person).contains(Role.COUNCIL_ADMIN))
                .findFirst()
                .orElseThrow();
        var libraries = DemoTable.of("libraries.tsv").rows().stream()
                .sorted(Comparator.comparingInt(library -> library.number("joined_days")))
                .toList();
        Staff council = null;
        for (var library : libraries) {
            clock.turnTo(days.at(library.number("joined_days"), MORNING));
            if (council == null) {
                council = begin(library, secretary);
            } else {
                add(library, council);
            }
            addBranches(library.get("code"), days, council);
            for (var person : staff) {
                if (person.get("library").equals(library.get("code")) && person != secretary) {
                    employ(person, council);
                }
            }
        }
        for (var group : DemoTable.of("groups.tsv").rows()) {
            groups.save(new LibraryGroup(
                    code(group),
                    label(group),
                    group.several("libraries").stream().map(LibraryCode::new).collect(Collectors.toSet())));
        }
        clock.turnTo(days.at(DAY_OF_SUSPENSION, MORNING));
        for (var library : libraries) {
            if (library.get("status").equals(MembershipStatus.SUSPENDED.name())) {
                membership.suspend(code(library), null, library.get("status_reason"), council);
            }
        }
    }

    /** Who begins a consortium also looks after the first library, until somebody there does. */
    private Staff begin(DemoTable.Row library, DemoTable.Row secretary) {
        var first = firstRun.begin(code(library), profile(library), secretary.get("login"), label(secretary), PASSWORD);
        return staffDesk.edit(first.login(), null, first.name(), roles(secretary), first);
    }

    private void add(DemoTable.Row library, Staff council) {
        var parent = library.has("parent") ? new LibraryCode(library.get("parent")) : null;
        membership.addLibrary(code(library), parent, profile(library), council);
    }

    private void addBranches(String library, DemoDays days, Staff council) {
        for (var branch : DemoTable.of("branches.tsv").rows()) {
            if (branch.get("library").equals(library)) {
                membership.addBranch(
                        new BranchCode(branch.get("code")),
                        new LibraryCode(library),
                        place(branch),
                        calendar(branch, days),
                        council);
            }
        }
    }

    private void employ(DemoTable.Row person, Staff council) {
        staffDesk.add(
                person.get("login"),
                label(person),
                new LibraryCode(person.get("library")),
                roles(person),
                PASSWORD,
                council);
    }

    private static LibraryCode code(DemoTable.Row library) {
        return new LibraryCode(library.get("code"));
    }

    private static Label label(DemoTable.Row row) {
        return new Label(row.get("name_zh"), row.get("name_en"));
    }

    private static Set<Role> roles(DemoTable.Row person) {
        return person.several("roles").stream().map(Role::valueOf).collect(Collectors.toSet());
    }

    static Library.Profile profile(DemoTable.Row library) {
        return new Library.Profile(
                LibraryKind.valueOf(library.get("kind")),
                label(library),
                library.get("isil"),
                library.get("region"),
                library.get("phone"),
                library.get("email"),
                library.get("url"),
                library.isYes("hosted"));
    }

    static Branch.Place place(DemoTable.Row branch) {
        return new Branch.Place(
                label(branch),
                branch.get("address_zh"),
                branch.get("address_en"),
                Double.valueOf(branch.get("lat")),
                Double.valueOf(branch.get("lon")),
                branch.get("zone"),
                branch.isYes("pickup"),
                branch.get("courier"));
    }

    static Calendar calendar(DemoTable.Row branch, DemoDays days) {
        Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        for (var weekday : DayOfWeek.values()) {
            var cell = branch.get(
                    weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT));
            if (!cell.isEmpty()) {
                var times = cell.split("-");
                hours.put(weekday, new Hours(LocalTime.parse(times[0]), LocalTime.parse(times[1])));
            }
        }
        var closed = branch.several("closed_in_days").stream()
                .map(Integer::valueOf)
                .map(days::day)
                .collect(Collectors.toSet());
        return new Calendar(hours, closed);
    }
}
