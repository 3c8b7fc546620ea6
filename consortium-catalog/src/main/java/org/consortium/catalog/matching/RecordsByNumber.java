package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which union records a number stands in: a number alone, with no title beside it, may still name a book. */
@Component
public class RecordsByNumber {

    /** A number in more records than this names none of them. */
    private static final int MOST = 20;

    private final JdbcClient jdbc;

    RecordsByNumber(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A union record as it is shown. */
    public record Shown(RecordId record, Description description) {}

    public Map<Identifier, List<Shown>> of(Collection<Identifier> numbers) {
        Map<Long, Identifier> byKey = new HashMap<>();
        numbers.forEach(number -> byKey.put(MatchKey.of(number).hash(), number));
        Map<Identifier, List<Shown>> found = new HashMap<>();
        if (byKey.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select asked.key, u.id, e.description
                from unnest(:keys) as asked (key)
                cross join lateral (select k.record from match_key k where k.key = asked.key limit :most) hit
                join union_record u on u.id = hit.record and u.merged_into is null
                join contribution e on e.id = u.elected and not e.withdrawn
                order by u.id
                """)
                .param("keys", byKey.keySet().toArray(Long[]::new))
                .param("most", MOST)
                .query(row -> {
                    var number = byKey.get(row.getLong("key"));
                    var description = Contributions.description(row.getString("description"));
                    // a key may outlive what it was made of
                    if (description.identifiers().contains(number)) {
                        found.computeIfAbsent(number, none -> new ArrayList<>())
                                .add(new Shown(new RecordId(row.getString("id")), description));
                    }
                });
        return found;
    }
}
