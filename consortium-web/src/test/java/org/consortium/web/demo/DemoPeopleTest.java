package org.consortium.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.demo.DemoTable.several;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.junit.jupiter.api.Test;

/** The people of the demo world are made up, and nobody could take them for real ones. */
class DemoPeopleTest {

    private static final DemoTable LIBRARIES = DemoTable.of("libraries.tsv");
    private static final DemoTable BRANCHES = DemoTable.of("branches.tsv");
    private static final DemoTable STAFF = DemoTable.of("staff.tsv");
    private static final DemoTable READERS = DemoTable.of("readers.tsv");

    @Test
    void saysThatTheyAreFictionalAndHowTheySignIn() {
        assertThat(STAFF.comments().get(0)).contains("fictional", "yunze-demo");
        assertThat(READERS.comments().get(0)).contains("fictional", "246810");
    }

    @Test
    void givesEveryLibraryALibrarian() {
        var withLibrarian = STAFF.rows().stream()
                .filter(person -> several(person.get("roles")).contains("LIBRARIAN"))
                .map(person -> person.get("library"))
                .collect(Collectors.toSet());

        assertThat(withLibrarian).isEqualTo(LIBRARIES.keys("code"));
        assertThat(STAFF.column("login")).doesNotHaveDuplicates();
        assertThat(STAFF.rows())
                .allSatisfy(person -> assertThat(staff(person).login()).isEqualTo(person.get("login")));
    }

    @Test
    void hasOneCouncilAdmin() {
        assertThat(STAFF.rows())
                .filteredOn(person -> person.get("roles").contains("COUNCIL_ADMIN"))
                .singleElement()
                .satisfies(person -> assertThat(person.get("name_zh")).isEqualTo("理事会秘书处"));
    }

    @Test
    void numbersCardsByOneRule() {
        assertThat(READERS.column("card"))
                .hasSizeGreaterThanOrEqualTo(12)
                .doesNotHaveDuplicates()
                .allMatch(card -> new CardNumber(card).value().equals(card))
                .allMatch(card ->
                        card.length() == 13 && card.chars().map(c -> c - '0').sum() % 10 == 0);
    }

    @Test
    void hasReadersOfEveryClass() {
        var classes = READERS.column("class").stream().map(ReaderClass::valueOf).toList();

        assertThat(classes).contains(ReaderClass.values());
        assertThat(READERS.keys("home")).isSubsetOf(LIBRARIES.keys("code"));
        assertThat(READERS.keys("usual_branch")).isSubsetOf(BRANCHES.keys("code"));
    }

    @Test
    void givesChildrenAGuardian() {
        assertThat(READERS.rows()).allSatisfy(reader -> {
            assertThat(reader.get("guardian").isEmpty())
                    .isEqualTo(!reader.get("class").equals("CHILD"));
            assertThat(READERS.keys("card")).containsAll(several(reader.get("guardian")));
        });
    }

    @Test
    void reachesNobodyReal() {
        assertThat(READERS.column("phone")).allMatch(phone -> phone.startsWith("000 "));
        assertThat(READERS.column("email")).allMatch(email -> email.isEmpty() || email.endsWith("@example.org"));
    }

    private static Staff staff(DemoTable.Row row) {
        return new Staff(
                row.get("login"),
                new Label(row.get("name_zh"), row.get("name_en")),
                new LibraryCode(row.get("library")),
                Arrays.stream(row.get("roles").split(";")).map(Role::valueOf).collect(Collectors.toSet()),
                "",
                Instant.EPOCH);
    }
}
