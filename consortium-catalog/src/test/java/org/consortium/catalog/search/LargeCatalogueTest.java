package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.member.LibraryCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Twenty thousand records: enough that anything growing faster than the catalogue shows. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeCatalogueTest {

    private static final Logger log = LoggerFactory.getLogger(LargeCatalogueTest.class);
    private static final int RECORDS = Integer.getInteger("consortium.large-catalogue", 20_000);
    private static final String SYLLABLES = "山水云泽河湖江海春夏秋冬东南西北天地人文史学书画诗词歌舞茶酒花木";

    @Autowired
    RecordSearch search;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    IndexWorker worker;

    @Autowired
    Suggestions suggestions;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void fillTheStacks() {
        var shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        for (int library = 1; library <= 20; library++) {
            shelf.library("town-" + library, "city", "第" + library + "镇图书馆", "Town Library " + library);
        }
        records();
        copies();
        jdbc.sql("truncate index_due").update();
        jdbc.sql("analyze").update();
    }

    private void records() {
        jdbc.sql("""
                        with made as (
                          select n,
                                 lpad(translate(n::text, '0123456789', 'abcdefghjk'), 8, '0') as id,
                                 (select string_agg(substr(:syllables, 1 + abs(hashint4(n * 7 + place)) % 32, 1), '')
                                    from generate_series(1, 4 + n % 5) place) as title,
                                 'town-' || (1 + n % 20) as library
                            from generate_series(1, :records) n),
                        record as (
                          insert into union_record (id, title, byline, year, format, created_at, changed_at, version)
                          select id, title, '', 1950 + n % 75, 'BOOK', now(), now(), 0 from made)
                        insert into contribution (record, library, control_number, family, encoding, raw, hash,
                                                  description, created_at, changed_at, version)
                        select id, library, n::text, 'NONE', 'UTF_8', '', '',
                               jsonb_build_object(
                                 'title', title, 'subtitle', 'Volume ' || n % 9, 'part', '', 'otherTitles', '[]'::jsonb,
                                 'responsibility', '', 'edition', '', 'place', '', 'publisher', 'Press ' || n % 300,
                                 'year', 1950 + n % 75, 'extent', '', 'series', '[]'::jsonb,
                                 'names', jsonb_build_array(jsonb_build_object(
                                    'name', 'Author ' || n % 3000, 'original', '', 'role', '')),
                                 'subjects', jsonb_build_array('Subject ' || n % 500), 'notes', '[]'::jsonb,
                                 'summary', '', 'identifiers', '[]'::jsonb, 'classNumbers', jsonb_build_array(jsonb_build_object(
                                    'scheme', 'CLC', 'number', chr(65 + n % 20) || n % 10 || n % 7 || '.' || n % 9)),
                                 'languages', jsonb_build_array(case when n % 4 = 0 then 'eng' else 'chi' end),
                                 'format', 'BOOK'),
                               now(), now(), 0
                          from made
                        """).param("syllables", SYLLABLES).param("records", RECORDS).update();
    }

    private void copies() {
        jdbc.sql("""
                        insert into copy (contribution, record, library, branch, barcode, item_class, in_library_only,
                                          status, status_since, at_branch, acquired_on, version)
                        select c.id, c.record, c.library, c.library || '-main', 'B' || c.id || '-' || n, 'BOOK', false,
                               case when c.id % 5 = 0 then 'ON_LOAN' else 'ON_SHELF' end, now(), c.library || '-main',
                               current_date, 0
                          from contribution c, generate_series(1, 2) n
                        """).update();
    }

    @Test
    void isIndexedAndSearchedInGoodTime() {
        long begin = System.nanoTime();
        rebuild.run();
        var rebuilt = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(search.search(SearchQuery.of("")).total()).isEqualTo(RECORDS);

        jdbc.sql("insert into index_due (record) select id from union_record order by id limit 5000")
                .update();
        begin = System.nanoTime();
        worker.drain();
        var drained = Duration.ofNanos(System.nanoTime() - begin);

        var plain = times(this::plain);
        var filtered = times(this::filtered);

        System.out.printf(
                "%nRebuild %s docs/s, worker %s docs/s; search p50 %s p95 %s, with filters p50 %s p95 %s%n",
                RECORDS * 1000L / rebuilt.toMillis(),
                5000 * 1000L / drained.toMillis(),
                at(plain, 50),
                at(plain, 95),
                at(filtered, 50),
                at(filtered, 95));
        assertThat(rebuilt).isLessThan(Duration.ofMinutes(3));
        assertThat(drained).isLessThan(Duration.ofMinutes(1));
        assertThat(at(filtered, 95)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void remembersForAMinuteWhatVeryManyTitlesBeginWith() {
        if (search.search(SearchQuery.of("")).total() < RECORDS) {
            rebuild.run();
        }
        var first = suggestions.of("author", 8);
        assertThat(first).hasSize(4);
        assertThat(suggestions.of("Author", 8)).isSameAs(first);
        assertThat(suggestions.of("author 1234", 8)).hasSize(1).isNotSameAs(suggestions.of("author 1234", 8));

        clock.moveBy(Suggestions.FRESH.plusSeconds(1));

        assertThat(suggestions.of("author", 8)).isEqualTo(first).isNotSameAs(first);
        clock.setBack();
    }

    private interface Asking {
        SearchResult ask(int turn);
    }

    private SearchResult plain(int turn) {
        return search.search(SearchQuery.of(words(turn)));
    }

    private SearchResult filtered(int turn) {
        return search.search(SearchQuery.of(words(turn))
                .toggle(new LibraryCode("town-" + (1 + turn % 20)))
                .toggle(Facet.LANGUAGE, "chi")
                .years(1960, 2010)
                .onlyAvailable(true));
    }

    private static String words(int turn) {
        int at = turn % (SYLLABLES.length() - 3);
        return switch (turn % 4) {
            case 0 -> SYLLABLES.substring(at, at + 1);
            case 1 -> SYLLABLES.substring(at, at + 2);
            case 2 -> "author " + turn;
            default -> "shan shui";
        };
    }

    private static List<Duration> times(Asking asking) {
        var times = new ArrayList<Duration>();
        for (int turn = 0; turn < 140; turn++) {
            long begin = System.nanoTime();
            asking.ask(turn);
            if (turn >= 40) {
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        times.sort(Duration::compareTo);
        return times;
    }

    private static Duration at(List<Duration> times, int percent) {
        return times.get(times.size() * percent / 100);
    }
}
