package org.consortium.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.demo.DemoTable.several;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.ill.DeclineReason;
import org.junit.jupiter.api.Test;

/** The story of the demo world can happen: in order, with people, copies and places that exist, and with work left for every desk. */
class DemoStoryTest {

    private static final DemoTable STORY = DemoTable.of("story.tsv");
    private static final DemoTable HOLDINGS = DemoTable.of("holdings.tsv");
    private static final DemoTable BRANCHES = DemoTable.of("branches.tsv");
    private static final DemoTable READERS = DemoTable.of("readers.tsv");
    private static final DemoTable STAFF = DemoTable.of("staff.tsv");
    private static final DemoTable BOOKS = DemoTable.of("books.tsv");
    private static final Set<String> ACTIONS = Set.of(
            "loan",
            "renew",
            "return",
            "arrive",
            "request",
            "accept",
            "decline",
            "offer-condition",
            "agree-condition",
            "pick",
            "send",
            "receive",
            "lend",
            "release",
            "take-home",
            "cancel",
            "close");

    @Test
    void happensInOrderAndBeforeToday() {
        var moments = STORY.rows().stream()
                .map(row -> Integer.parseInt(row.get("day")) * 1440
                        + LocalTime.parse(row.get("time")).toSecondOfDay() / 60)
                .toList();

        assertThat(moments).isSorted().allMatch(moment -> moment < 0);
    }

    @Test
    void isAboutPeoplePlacesBooksAndCopiesThatExist() {
        var barcodes = HOLDINGS.rows().stream()
                .flatMap(row -> several(row.get("barcodes")).stream())
                .collect(Collectors.toSet());

        assertThat(STORY.rows()).allSatisfy(row -> {
            assertThat(ACTIONS).contains(row.get("action"));
            assertThat(row.get("by"))
                    .matches(by -> by.equals("lender")
                            || STAFF.keys("login").contains(by)
                            || READERS.keys("card").contains(by));
            assertThat(BRANCHES.keys("code")).containsAll(several(row.get("at")));
            assertThat(READERS.keys("card")).containsAll(several(row.get("reader")));
            assertThat(BOOKS.keys("key")).containsAll(several(row.get("book")));
            assertThat(barcodes).containsAll(several(row.get("barcode")));
        });
    }

    @Test
    void lendsNoCopyTwiceAtATime() {
        var out = new HashSet<String>();

        for (var row : STORY.rows()) {
            var barcode = row.get("barcode");
            if (Set.of("loan", "lend").contains(row.get("action")) && !barcode.isEmpty()) {
                assertThat(out.add(barcode)).as(row.toString()).isTrue();
            }
            if (row.get("action").equals("return")) {
                assertThat(out.remove(barcode)).as(row.toString()).isTrue();
            }
        }
    }

    @Test
    void leavesRequestsAtEveryPhase() {
        var last = new HashMap<String, String>();
        for (var row : STORY.rows()) {
            several(row.get("request")).forEach(request -> last.put(request, row.get("action")));
        }

        assertThat(last.values())
                .contains("request", "accept", "pick", "send", "receive", "lend", "return")
                .contains("take-home", "decline", "offer-condition", "cancel", "close");
    }

    @Test
    void leavesEveryMainLibrarySomethingToAnswerPickSendAndReceive() {
        var libraries =
                Set.of("yunze-city", "yunze-district", "yunze-normal", "qingshi", "yunling", "qiaotou", "liuxi");

        for (var action : Set.of("accept", "pick", "send", "receive", "lend", "loan", "decline")) {
            assertThat(librariesDoing(action)).as(action).containsAll(libraries);
        }
    }

    @Test
    void declinesForAReasonWeKnow() {
        assertThat(STORY.rows())
                .filteredOn(row -> row.get("action").equals("decline"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(DeclineReason.valueOf(row.get("note"))).isNotNull());
    }

    private static Set<String> librariesDoing(String action) {
        var libraryOf = STAFF.rows().stream()
                .collect(Collectors.toMap(person -> person.get("login"), person -> person.get("library")));
        return STORY.rows().stream()
                .filter((DemoTable.Row row) -> row.get("action").equals(action))
                .map(row -> libraryOf.getOrDefault(row.get("by"), ""))
                .collect(Collectors.toSet());
    }
}
