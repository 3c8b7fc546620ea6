package org.consortium.catalog.search;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New arrivals as libraries see them: titles they added copies of in the last days, whether others have had them for years or not. */
@Service
public class Acquisitions {

    public static final int MOST_DAYS = 365;

    /** Copies that are looked at, the last first: who added more in these days has imported a catalogue, not acquired books. */
    private static final int MOST_COPIES = 2_000;

    private final CatalogueIndex index;
    private final ShelfCheck shelves;
    private final JdbcClient jdbc;
    private final Clock clock;

    Acquisitions(CatalogueIndex index, ShelfCheck shelves, JdbcClient jdbc, Clock clock) {
        this.index = index;
        this.shelves = shelves;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which arrivals.
     *
     * @param library with those below it; null for all
     * @param branch null for all
     * @param clc a main class, a letter; empty for all
     * @param days back from today
     */
    public record Asked(LibraryCode library, BranchCode branch, String clc, int days) {

        public Asked {
            clc = clc == null ? "" : clc.strip();
            if (!clc.matches("[A-Z]?")) {
                throw new Refusal(SearchRefusal.SEARCH_PARAMETER, "class", clc);
            }
            if (days < 1 || days > MOST_DAYS) {
                throw new Refusal(SearchRefusal.SEARCH_PARAMETER, "days", days);
            }
        }
    }

    /** A record that came, and the day its last copy did. */
    public record Arrival(Hit hit, LocalDate day) {}

    /** @param classes how many came of each main class, whichever is asked for */
    public record Came(Paged<Arrival> arrivals, Map<String, Long> classes) {}

    private record Line(String record, LocalDate day, String main) {}

    @Transactional(readOnly = true)
    public Came came(Asked asked, int page, int size) {
        var all = lines(asked);
        var classes = all.stream()
                .filter(line -> !line.main().isEmpty())
                .collect(Collectors.groupingBy(Line::main, TreeMap::new, Collectors.counting()));
        var lines = all.stream()
                .filter(line -> asked.clc().isEmpty() || line.main().equals(asked.clc()))
                .toList();
        int from = Math.min(lines.size(), page * size);
        var shown = lines.subList(from, Math.min(lines.size(), from + size));
        return new Came(new Paged<>(arrivals(shown), lines.size(), page, size), classes);
    }

    private List<Line> lines(Asked asked) {
        return jdbc.sql("""
                with recursive within as (
                  select code from library where code = :library
                  union
                  select l.code from library l join within w on l.parent = w.code
                ), came as (
                  select record, acquired_on
                  from copy
                  where acquired_on > :after
                    and status <> 'WITHDRAWN'
                    and (cast(:library as varchar) is null or library in (select code from within))
                    and (cast(:branch as varchar) is null or branch = :branch)
                  order by acquired_on desc
                  limit :most
                )
                select c.record, max(c.acquired_on) as day, upper(left(u.clc, 1)) as main
                from came c
                join union_record u on u.id = c.record
                group by c.record, u.id
                order by max(c.acquired_on) desc, u.created_at desc, c.record
                """)
                .param(
                        "library",
                        asked.library() == null ? null : asked.library().value())
                .param("branch", asked.branch() == null ? null : asked.branch().value())
                .param(
                        "after",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(asked.days()))
                .param("most", MOST_COPIES)
                .query((row, n) ->
                        new Line(row.getString("record"), row.getObject("day", LocalDate.class), row.getString("main")))
                .list();
    }

    private List<Arrival> arrivals(List<Line> lines) {
        var hits = hits(lines.stream().map(Line::record).toList());
        return lines.stream()
                .filter(line -> hits.containsKey(line.record()))
                .map(line -> new Arrival(hits.get(line.record()), line.day()))
                .toList();
    }

    private Map<String, Hit> hits(Collection<String> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return shelves
                .hits(index.read(session -> session.search(RecordDocument.class)
                        .select(ShownRecord.class)
                        .where(f -> f.id().matchingAny(records))
                        .fetchHits(records.size())))
                .stream()
                .collect(Collectors.toMap(hit -> hit.id().value(), Function.identity()));
    }
}
