package org.consortium.catalog.intake;

import java.util.Optional;
import org.consortium.catalog.matching.MatchQueue;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How a library's part of the union catalogue stands, and what there waits for its librarians. */
@Service
public class MemberStanding {

    /** Who has more questions waiting is told no closer. */
    private static final int MOST_QUESTIONS = 1_000;

    private final BriefRecords briefs;
    private final MatchQueue questions;
    private final ItemClassCodes codes;
    private final JdbcClient jdbc;

    MemberStanding(BriefRecords briefs, MatchQueue questions, ItemClassCodes codes, JdbcClient jdbc) {
        this.briefs = briefs;
        this.questions = questions;
        this.codes = codes;
        this.jdbc = jdbc;
    }

    /**
     * What a library has and what waits.
     *
     * @param records its records, those withdrawn left out
     * @param copies those that have not left its stock
     * @param briefs records of its lists to be completed
     * @param questions pairs with a record of its own that may be one publication
     * @param unmapped codes of kinds of items nobody has mapped
     */
    public record Standing(long records, long copies, long briefs, int questions, int unmapped) {}

    public Standing of(LibraryCode library) {
        return new Standing(
                count("select count(*) from contribution where library = :library and not withdrawn", library),
                count("select count(*) from copy where library = :library and status <> 'WITHDRAWN'", library),
                briefs.of(library, 0, 1).total(),
                questions.count(Optional.of(library), MOST_QUESTIONS),
                codes.unmapped(library).size());
    }

    private long count(String sql, LibraryCode library) {
        return jdbc.sql(sql).param("library", library.value()).query(Long.class).single();
    }
}
