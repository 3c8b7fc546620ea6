package org.consortium.core.member;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The branches a library's desk may stand at. */
@Component
public class OwnBranches {

    private final Branches branches;
    private final JdbcClient jdbc;

    OwnBranches(Branches branches, JdbcClient jdbc) {
        this.branches = branches;
        this.jdbc = jdbc;
    }

    public List<Branch> open(LibraryCode library) {
        return branches.findByLibraryOrderByCode(library).stream()
                .filter(branch -> !branch.isClosed())
                .toList();
    }

    /**
     * Where most of the library's copies belong: there a desk stands unless its librarian says otherwise, and there is put what
     * stands nowhere yet.
     */
    public Optional<Branch> main(LibraryCode library) {
        return jdbc.sql("""
                select b.code
                from branch b
                left join copy c on c.branch = b.code and c.library = b.library
                where b.library = :library and not b.closed
                group by b.code
                order by count(c.id) desc, b.code
                limit 1
                """)
                .param("library", library.value())
                .query((row, n) -> new BranchCode(row.getString("code")))
                .optional()
                .map(branches::required);
    }
}
