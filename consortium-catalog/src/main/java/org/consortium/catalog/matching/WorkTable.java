package org.consortium.catalog.matching;

import java.util.ArrayList;
import org.consortium.core.union.Contributions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keys of works that were made in an older way are made again, a batch at a time beside all other work. */
@Component
class WorkTable {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private boolean current;

    WorkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT20S")
    void bringUpToDate() {
        if (current) {
            return;
        }
        int made = jdbc.sql("select version from work_version")
                .query(Integer.class)
                .single();
        if (made != WorkKeys.VERSION) {
            var after = "";
            while (after != null) {
                after = make(after);
            }
            jdbc.sql("update work_version set version = :version")
                    .param("version", WorkKeys.VERSION)
                    .update();
        }
        current = true;
    }

    private String make(String after) {
        var ids = new ArrayList<String>();
        var elected = new ArrayList<Long>();
        var works = new ArrayList<Long>();
        var also = new ArrayList<String>();
        jdbc.sql("""
                select u.id, u.elected, e.description
                from union_record u
                join contribution e on e.id = u.elected
                where u.id > :after
                order by u.id
                limit :batch
                """).param("after", after).param("batch", BATCH).query(row -> {
            var keys = WorkKeys.of(Publication.of(Contributions.description(row.getString("description"))));
            ids.add(row.getString("id"));
            elected.add(row.getLong("elected"));
            works.add(keys.own());
            also.add(WorkKeys.array(keys.also()));
        });
        if (ids.isEmpty()) {
            return null;
        }
        // where another contribution was elected meanwhile its keys are made already
        jdbc.sql("""
                update union_record u
                set work = n.work, work_also = n.also::bigint[]
                from unnest(:ids, :elected, :works, :also) as n (id, elected, work, also)
                where u.id = n.id and u.elected = n.elected
                  and (u.work, u.work_also) is distinct from (n.work, n.also::bigint[])
                """)
                .param("ids", ids.toArray(String[]::new))
                .param("elected", elected.toArray(Long[]::new))
                .param("works", works.toArray(Long[]::new))
                .param("also", also.toArray(String[]::new))
                .update();
        return ids.get(ids.size() - 1);
    }
}
