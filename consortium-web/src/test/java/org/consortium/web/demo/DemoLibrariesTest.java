package org.consortium.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.consortium.core.Label;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Hours;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.MembershipStatus;
import org.junit.jupiter.api.Test;

/** The region of the demo world is fictional, but it must be one the platform could serve. */
class DemoLibrariesTest {

    private static final DemoTable LIBRARIES = DemoTable.of("libraries.tsv");
    private static final DemoTable BRANCHES = DemoTable.of("branches.tsv");

    @Test
    void saysItIsFictional() {
        assertThat(LIBRARIES.comments().get(0)).contains("fictional");
        assertThat(BRANCHES.comments().get(0)).contains("fictional");
    }

    @Test
    void hasMembersOfEveryKindThatFormATree() {
        var codes = LIBRARIES.column("code");

        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(9);
        assertThat(LIBRARIES.column("kind")).contains("CITY", "DISTRICT", "COUNTY", "TOWNSHIP", "VILLAGE");
        assertThat(LIBRARIES.column("kind")).contains("UNIVERSITY", "RESEARCH", "BOOKMOBILE");
        assertThat(LIBRARIES.rows())
                .allSatisfy(library -> assertThat(codes.subList(0, codes.indexOf(library.get("code"))))
                        .as("the parent of %s comes before it", library.get("code"))
                        .containsAll(DemoTable.several(library.get("parent"))));
    }

    @Test
    void describesLibrariesTheWayTheyAreKept() {
        assertThat(LIBRARIES.rows()).allSatisfy(library -> {
            assertThat(new LibraryCode(library.get("code")).value()).isEqualTo(library.get("code"));
            assertThat(profileOf(library).kind()).isNotNull();
            assertThat(MembershipStatus.valueOf(library.get("status")) == MembershipStatus.SUSPENDED)
                    .isEqualTo(!library.get("status_reason").isEmpty());
            assertThat(Integer.parseInt(library.get("joined_days"))).isNegative();
        });
    }

    @Test
    void givesEveryLibraryABranchThatIsOpenSometime() {
        assertThat(BRANCHES.keys("library")).isEqualTo(LIBRARIES.keys("code"));
        assertThat(BRANCHES.column("code")).doesNotHaveDuplicates();
        assertThat(BRANCHES.rows()).allSatisfy(branch -> {
            assertThat(new BranchCode(branch.get("code")).value()).isEqualTo(branch.get("code"));
            assertThat(placeOf(branch).latitude()).isNotNull();
            assertThat(List.of(DayOfWeek.values())).anyMatch(day -> opensOn(branch, day));
            assertThat(branch.get("shelves")).contains("*=");
        });
    }

    @Test
    void hasABranchPickupAtEveryLibraryThatTakesPart() {
        var taking = LIBRARIES.rows().stream()
                .filter(library -> library.get("status").equals("ACTIVE"))
                .map(library -> library.get("code"))
                .toList();

        assertThat(taking)
                .allSatisfy(code -> assertThat(BRANCHES.rows())
                        .anyMatch(branch -> branch.get("library").equals(code)
                                && branch.get("pickup").equals("yes")));
    }

    private static Library.Profile profileOf(DemoTable.Row row) {
        return new Library.Profile(
                LibraryKind.valueOf(row.get("kind")),
                new Label(row.get("name_zh"), row.get("name_en")),
                row.get("isil"),
                row.get("region"),
                row.get("phone"),
                row.get("email"),
                row.get("url"),
                row.get("hosted").equals("yes"));
    }

    private static Branch.Place placeOf(DemoTable.Row row) {
        return new Branch.Place(
                new Label(row.get("name_zh"), row.get("name_en")),
                row.get("address_zh"),
                row.get("address_en"),
                Double.valueOf(row.get("lat")),
                Double.valueOf(row.get("lon")),
                row.get("zone"),
                row.get("pickup").equals("yes"),
                row.get("courier"));
    }

    private static boolean opensOn(DemoTable.Row branch, DayOfWeek day) {
        var cell =
                branch.get(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT));
        if (cell.isEmpty()) {
            return false;
        }
        var times = cell.split("-");
        return new Hours(LocalTime.parse(times[0]), LocalTime.parse(times[1])) != null;
    }
}
