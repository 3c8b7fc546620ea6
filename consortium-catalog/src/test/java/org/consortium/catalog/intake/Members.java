package org.consortium.catalog.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.springframework.stereotype.Component;

/** Libraries of the named world, for tests of intake. */
@Component
class Members {

    static final LibraryCode CITY = new LibraryCode("city");
    static final LibraryCode UNIVERSITY = new LibraryCode("university");
    static final BranchCode CITY_MAIN = new BranchCode("city-main");
    static final BranchCode CITY_EAST = new BranchCode("city-east");
    static final BranchCode UNIVERSITY_MAIN = new BranchCode("university-main");

    private final Libraries libraries;
    private final Branches branches;
    private final StaffMembers staff;

    Members(Libraries libraries, Branches branches, StaffMembers staff) {
        this.libraries = libraries;
        this.branches = branches;
        this.staff = staff;
    }

    /** Once for a test class. */
    void open() {
        if (!libraries.has(CITY)) {
            open(CITY, CITY_MAIN, CITY_EAST);
            open(UNIVERSITY, UNIVERSITY_MAIN);
        }
    }

    void open(LibraryCode library, BranchCode... places) {
        var name = new Label(library.value(), library.value());
        var profile = new Library.Profile(LibraryKind.CITY, name, null, "云泽", "", "", "", true);
        libraries.saveAndFlush(new Library(library, null, profile, LocalDate.of(2020, 1, 1)));
        for (var place : places) {
            branches.saveAndFlush(new Branch(
                    place,
                    library,
                    new Branch.Place(
                            new Label(place.value(), place.value()), "", "", null, null, "Asia/Shanghai", true, ""),
                    new Calendar(Map.of(), Set.of())));
        }
    }

    Staff librarianOf(LibraryCode library) {
        var login = library.value() + ".he";
        return staff.findByLogin(login)
                .orElseGet(() -> staff.saveAndFlush(new Staff(
                        login, new Label("何敏", "He Min"), library, Set.of(Role.LIBRARIAN), "-", Instant.EPOCH)));
    }
}
