package org.consortium.loans.request;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Returns that were taken though something was odd: a list of things to look into, for the owner of the copy. */
@Component
public class OddReturns {

    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    OddReturns(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    void note(Copy copy, Branch here, OddReturn kind, Actor by, Instant at) {
        jdbc.sql("""
                insert into odd_return (copy, owner, branch, kind, at)
                select :copy, :owner, :branch, :kind, :at
                where not exists (
                  select 1 from odd_return where copy = :copy and branch = :branch and kind = :kind and done_at is null)
                """)
                .param("copy", copy.id())
                .param("owner", copy.library().value())
                .param("branch", here.code().value())
                .param("kind", kind.name())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        trail.note(by, at, "odd-return", "copy", copy.barcode(), copy.library(), kind.name());
    }

    /** One odd return, oldest first in the list. */
    public record Row(
            long id, OddReturn kind, String title, Barcode barcode, String callNumber, Label handedInAt, Instant at) {}

    @Transactional(readOnly = true)
    public List<Row> open(LibraryCode owner) {
        return jdbc.sql("""
                select o.id, o.kind, u.title, c.barcode, c.call_number, b.name_zh, b.name_en, o.at
                from odd_return o
                join copy c on c.id = o.copy
                join union_record u on u.id = c.record
                join branch b on b.code = o.branch
                where o.owner = :owner and o.done_at is null
                order by o.at, o.id
                limit :most
                """)
                .param("owner", owner.value())
                .param("most", MOST)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        OddReturn.valueOf(row.getString("kind")),
                        row.getString("title"),
                        new Barcode(row.getString("barcode")),
                        row.getString("call_number"),
                        new Label(row.getString("name_zh"), row.getString("name_en")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Somebody has looked into it. */
    @Transactional
    public void done(long id, Staff by) {
        int changed = jdbc.sql("""
                update odd_return
                set done_at = coalesce(done_at, :at), done_by = coalesce(done_by, :staff)
                where id = :id and owner = :owner
                """)
                .param("id", id)
                .param("owner", by.library().value())
                .param("staff", by.id())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (changed == 0) {
            throw new Refusal(LoanRefusal.RETURN_NOT_FOUND);
        }
    }
}
