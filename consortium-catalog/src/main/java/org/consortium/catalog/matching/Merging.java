package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.List;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contribution;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecord;
import org.consortium.core.union.UnionRecords;
import org.consortium.core.union.UnionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What two union records would be together, to be seen before anybody merges them. */
@Component
public class Merging {

    private final UnionRecords records;
    private final Contributions contributions;
    private final Moving moving;
    private final MatchExplanation explanation;
    private final JdbcClient jdbc;

    Merging(
            UnionRecords records,
            Contributions contributions,
            Moving moving,
            MatchExplanation explanation,
            JdbcClient jdbc) {
        this.records = records;
        this.contributions = contributions;
        this.moving = moving;
        this.explanation = explanation;
        this.jdbc = jdbc;
    }

    /**
     * One of the two.
     *
     * @param elected the contribution that stands for it
     * @param libraries whose contributions it holds
     * @param requests of readers that are not over
     */
    public record Side(
            UnionRecord record,
            Contribution elected,
            int contributions,
            List<LibraryCode> libraries,
            int copies,
            int requests) {}

    /**
     * Both, and what they would share.
     *
     * @param stays the id that would stay; the other would lead to it
     * @param now what comparing the two elected contributions shows by the rules of today
     */
    public record Pair(Side one, Side other, RecordId stays, Weighed now) {

        public RecordId goes() {
            return stays.equals(one.record().id())
                    ? other.record().id()
                    : one.record().id();
        }

        public int contributions() {
            return one.contributions + other.contributions;
        }

        public int libraries() {
            var all = new ArrayList<>(one.libraries);
            all.addAll(other.libraries);
            return (int) all.stream().distinct().count();
        }

        public int copies() {
            return one.copies + other.copies;
        }

        public int requests() {
            return one.requests + other.requests;
        }
    }

    /** After a merge the records known under these ids today. */
    public Pair of(RecordId one, RecordId other) {
        var first = side(records.required(one));
        var second = side(records.required(other));
        if (first.record().id().equals(second.record().id())) {
            throw new Refusal(MatchRefusal.RECORDS_ARE_ONE, first.record().id());
        }
        var stays = moving.staysBefore(first.record(), second.record()) ? first : second;
        return new Pair(first, second, stays.record().id(), explanation.compare(first.elected(), second.elected()));
    }

    private Side side(UnionRecord record) {
        var all = contributions.of(record.id());
        if (all.isEmpty()) {
            throw new Refusal(UnionRefusal.RECORD_NOT_FOUND, record.id());
        }
        return new Side(
                record,
                all.get(0),
                all.size(),
                all.stream().map(Contribution::library).distinct().toList(),
                count("select count(*) from copy where record = :record and status <> 'WITHDRAWN'", record),
                count("select count(*) from request where record = :record and phase <> 'CLOSED'", record));
    }

    private int count(String sql, UnionRecord record) {
        return jdbc.sql(sql)
                .param("record", record.id().value())
                .query(Integer.class)
                .single();
    }
}
