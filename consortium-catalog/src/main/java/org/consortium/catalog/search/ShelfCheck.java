package org.consortium.catalog.search;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the shelves for a page of results: one query, whatever the index may say. */
@Component
class ShelfCheck {

    private final JdbcClient jdbc;

    ShelfCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(String record, Availability.Held held) {}

    List<Hit> hits(List<ShownRecord> shown) {
        var availability = of(shown.stream().map(ShownRecord::id).toList());
        return shown.stream()
                .map(record -> Hit.of(record, availability.getOrDefault(record.id(), Availability.NOWHERE)))
                .toList();
    }

    private Map<String, Availability> of(Collection<String> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select record, library, sum(copies) as copies, sum(on_shelf) as on_shelf
                          from (select record, library, 1 as copies, (status = 'ON_SHELF')::int as on_shelf
                                  from copy
                                 where record = any(:records)
                                   and status <> 'WITHDRAWN'
                                union all
                                select c.record, c.library, 0, 0
                                  from contribution c
                                 where c.record = any(:records)
                                   and not c.withdrawn
                                   and not exists (select from copy gone
                                                    where gone.record = c.record
                                                      and gone.library = c.library)) held
                         group by record, library
                         order by record, sum(on_shelf) desc, library
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, number) -> new Line(
                        row.getString("record"),
                        new Availability.Held(
                                new LibraryCode(row.getString("library")),
                                row.getInt("copies"),
                                row.getInt("on_shelf"))))
                .list()
                .stream()
                .collect(groupingBy(Line::record, mapping(Line::held, collectingAndThen(toList(), Availability::new))));
    }
}
