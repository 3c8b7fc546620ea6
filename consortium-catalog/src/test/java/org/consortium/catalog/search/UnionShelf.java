package org.consortium.catalog.search;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.consortium.core.database.MovableClock;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts libraries, records and copies into a test's database the short way. */
public final class UnionShelf {

    private final JdbcClient jdbc;

    public UnionShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void library(String code, String parent, String zh, String en) {
        jdbc.sql("""
                        insert into library (code, parent, kind, name_zh, name_en, hosted, status, joined_on, version)
                        values (:code, :parent, 'CITY', :zh, :en, true, 'ACTIVE', '2020-01-01', 0)
                        """)
                .param("code", code)
                .param("parent", parent)
                .param("zh", zh)
                .param("en", en)
                .update();
        branch(code + "-main", code, null, null);
    }

    void branch(String code, String library, Double latitude, Double longitude) {
        jdbc.sql("""
                        insert into branch (code, library, name_zh, name_en, latitude, longitude, zone, pickup, version)
                        values (:code, :library, :code, :code, :latitude, :longitude, 'Asia/Shanghai', true, 0)
                        """)
                .param("code", code)
                .param("library", library)
                .param("latitude", latitude)
                .param("longitude", longitude)
                .update();
    }

    /** A record that this library contributes, elected. */
    public RecordId record(String library, Description description) {
        long number =
                jdbc.sql("select nextval('record_number')").query(Long.class).single();
        var id = RecordId.of(number);
        jdbc.sql("""
                        insert into union_record (id, title, byline, year, format, created_at, changed_at, version)
                        values (:id, :title, :byline, :year, :format, :at, :at, 0)
                        """)
                .param("id", id.value())
                .param("title", description.title())
                .param("byline", description.responsibility())
                .param("year", description.year())
                .param("format", description.format().name())
                .param("at", now())
                .update();
        long contribution = contribution(library, id, description);
        jdbc.sql("update union_record set elected = :contribution where id = :id")
                .param("contribution", contribution)
                .param("id", id.value())
                .update();
        return id;
    }

    long contribution(String library, RecordId record, Description description) {
        return jdbc.sql("""
                        insert into contribution (record, library, control_number, family, encoding, raw, hash,
                                                  description, created_at, changed_at, version)
                        values (:record, :library, nextval('record_number')::text, 'NONE', 'UTF_8', '', '',
                                :description::json, :at, :at, 0)
                        returning id
                        """)
                .param("record", record.value())
                .param("library", library)
                .param("description", Contributions.json(description))
                .param("at", now())
                .query(Long.class)
                .single();
    }

    public long copy(String library, RecordId record, String barcode, String callNumber) {
        return copy(library, library + "-main", record, barcode, callNumber);
    }

    long copy(String library, String branch, RecordId record, String barcode, String callNumber) {
        return jdbc.sql("""
                        insert into copy (contribution, record, library, branch, barcode, call_number, item_class,
                                          in_library_only, status, status_since, at_branch, acquired_on, version)
                        values ((select min(id) from contribution where record = :record), :record, :library, :branch,
                                :barcode, :callNumber, 'BOOK', false, 'ON_SHELF', :at, :branch, :today, 0)
                        returning id
                        """)
                .param("record", record.value())
                .param("library", library)
                .param("branch", branch)
                .param("barcode", barcode)
                .param("callNumber", callNumber)
                .param("at", now())
                .param("today", LocalDate.of(2026, 3, 4))
                .query(Long.class)
                .single();
    }

    void status(long copy, String status) {
        jdbc.sql("update copy set status = :status where id = :copy")
                .param("status", status)
                .param("copy", copy)
                .update();
    }

    private static OffsetDateTime now() {
        return MovableClock.START.atOffset(ZoneOffset.UTC);
    }
}
