package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.UNIVERSITY;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consortium.catalog.matching.MatchActs;
import org.consortium.catalog.matching.MatchDesk;
import org.consortium.catalog.matching.OtherEditions;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.Actor;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Editions of one work stand beside each other, and stay separate records. */
@DatabaseTest
@Transactional
class OtherEditionsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");

    @Autowired
    OtherEditions editions;

    @Autowired
    RecordIntake intake;

    @Autowired
    MatchDesk desk;

    @Autowired
    MatchActs acts;

    @Autowired
    Members members;

    private int added;

    @BeforeEach
    void membersAreThere() {
        members.open();
    }

    @Test
    void areThoseOfTheSameTitleAndAuthor() {
        var first = add(CITY, book("额尔古纳河右岸", "迟子建", 2005));
        var reprint = add(CITY, book("額爾古納河右岸 : 第二版", "迟子建著", 2019));
        var other = add(CITY, book("群山之巅", "迟子建", 2015));
        var namesake = add(CITY, book("额尔古纳河右岸", "王立春", 2011));

        assertThat(of(first)).containsExactly(reprint);
        assertThat(of(reprint)).containsExactly(first);
        assertThat(of(other)).isEmpty();
        assertThat(of(namesake)).isEmpty();
    }

    @Test
    void areTranslationsWhereTheOriginalTitleIsGiven() {
        var original = add(CITY, book("额尔古纳河右岸", "迟子建", 2005));
        var translation = add(
                CITY,
                Description.titled("The last quarter of the moon")
                        .otherTitles(List.of("额尔古纳河右岸"))
                        .names(List.of(Name.of("Chi, Zijian, 1964-", "author")))
                        .languages(List.of("eng"))
                        .format(Format.BOOK)
                        .published("London", "Harvill Secker", 2013)
                        .build());
        var german = add(
                CITY,
                Description.titled("Buddenbrooks : Verfall einer Familie")
                        .names(List.of(Name.of("Mann, Thomas", "author")))
                        .format(Format.BOOK)
                        .build());

        assertThat(of(original)).containsExactly(translation);
        assertThat(of(translation)).containsExactly(original);
        assertThat(of(german)).isEmpty();
    }

    @Test
    void areOfTheSameVolume() {
        var first = add(CITY, book("平凡的世界 第一部", "路遥", 1986));
        var second = add(CITY, book("平凡的世界 第二部", "路遥", 1988));
        var firstAgain = add(CITY, book("平凡的世界 第1部", "路遥", 2009));

        assertThat(of(first)).containsExactly(firstAgain);
        assertThat(of(second)).isEmpty();
    }

    @Test
    void areNotTheWorksOfAnAuthorNorBooksOfNobody() {
        var works = add(CITY, book("作品选集", "巴金", 1980));
        add(CITY, book("作品选集", "巴金", 1990));
        var nobody = add(CITY, book("云泽年鉴", "", 1990));
        add(CITY, book("云泽年鉴", "", 2000));

        assertThat(of(works)).isEmpty();
        assertThat(of(nobody)).isEmpty();
    }

    @Test
    void followMergesAndTheirUndoing() {
        var heMin = members.librarianOf(CITY);
        var jia = add(CITY, book("家", "巴金", 1953));
        var again = add(UNIVERSITY, book("家", "巴金", 1981));
        var last = add(CITY, book("家", "巴金", 2003));
        assertThat(Set.copyOf(of(last))).isEqualTo(Set.of(jia, again));

        var left = desk.merge(jia, again, "", heMin, NOW);
        assertThat(of(last)).containsExactly(left);
        desk.undo(acts.of(jia).get(0).id(), heMin, NOW);
        assertThat(Set.copyOf(of(last))).isEqualTo(Set.of(jia, again));
    }

    private List<RecordId> of(RecordId record) {
        return editions.of(record).stream().map(OtherEditions.Edition::id).toList();
    }

    private static Description book(String title, String author, int year) {
        var built = Description.titled(title)
                .format(Format.BOOK)
                .languages(List.of("chi"))
                .published("", "人民文学出版社", year);
        return (author.isEmpty() ? built : built.names(List.of(Name.of(author, "author")))).build();
    }

    private RecordId add(LibraryCode library, Description description) {
        return intake.add(library, "e" + ++added, description, Actor.clock(), NOW)
                .record();
    }
}
