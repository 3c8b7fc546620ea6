package org.consortium.web.council;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All member libraries as a tree, general libraries before those below them, with how many branches and staff each has. */
@Component
class LibraryTree {

    private final Libraries libraries;
    private final JdbcClient jdbc;

    LibraryTree(Libraries libraries, JdbcClient jdbc) {
        this.libraries = libraries;
        this.jdbc = jdbc;
    }

    /** One library in the tree; {@code depth} 0 for those that stand on their own. */
    record Row(Library library, int depth, long branches, long staff) {}

    List<Row> rows() {
        var all = libraries.inOrder();
        var below = all.stream()
                .collect(Collectors.groupingBy(
                        library -> library.parent().map(Object::toString).orElse("")));
        var rows = new ArrayList<Row>();
        var branches = count("select library, count(*) as n from branch where not closed group by library");
        var staff = count("select library, count(*) as n from staff where active group by library");
        add("", 0, below, branches, staff, rows);
        return rows;
    }

    private static void add(
            String parent,
            int depth,
            Map<String, List<Library>> below,
            Map<String, Long> branches,
            Map<String, Long> staff,
            List<Row> rows) {
        for (var library : below.getOrDefault(parent, List.of())) {
            var code = library.code().value();
            rows.add(new Row(library, depth, branches.getOrDefault(code, 0L), staff.getOrDefault(code, 0L)));
            add(code, depth + 1, below, branches, staff, rows);
        }
    }

    private Map<String, Long> count(String sql) {
        return jdbc
                .sql(sql)
                .query((row, number) -> Map.entry(row.getString("library"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
