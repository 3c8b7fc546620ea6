package org.consortium.loans.desk;

import java.util.List;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which copy a scan means. A barcode is unique within its library, not in the region: where two libraries use the same, the
 * desk's own is meant unless only another's is out, and where that is not clear the desk must say whose it is.
 */
@Component
class ScannedCopy {

    private final JdbcClient jdbc;

    ScannedCopy(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Enough of a copy to know which one to hold. */
    record Found(long id, RecordId record, LibraryCode library, boolean out) {}

    /** For lending: the one this reader has asked for, then the desk's own, then any other. */
    Found toLend(Barcode barcode, LibraryCode owner, long reader, LibraryCode desk) {
        var found = named(barcode);
        if (owner != null) {
            return of(owner, found, barcode);
        }
        var asked = found.stream()
                .filter(copy -> found.size() > 1 && isAskedFor(copy, reader))
                .findFirst();
        if (asked.isPresent()) {
            return asked.get();
        }
        var own = found.stream().filter(copy -> copy.library().equals(desk)).findFirst();
        return own.orElseGet(() -> only(found, barcode));
    }

    /** For taking back: the one that is out. */
    Found toTakeBack(Barcode barcode, LibraryCode owner, LibraryCode desk) {
        var found = named(barcode);
        if (owner != null) {
            return of(owner, found, barcode);
        }
        var out = found.stream().filter(Found::out).toList();
        var own = found.stream().filter(copy -> copy.library().equals(desk)).findFirst();
        if (out.size() == 1 && (own.isEmpty() || own.get().out())) {
            return out.get(0);
        }
        if (out.isEmpty() && own.isPresent()) {
            return own.get();
        }
        return only(found, barcode);
    }

    private static Found of(LibraryCode owner, List<Found> found, Barcode barcode) {
        return only(found.stream().filter(copy -> copy.library().equals(owner)).toList(), barcode);
    }

    private static Found only(List<Found> found, Barcode barcode) {
        if (found.isEmpty()) {
            throw new Refusal(UnionRefusal.COPY_NOT_FOUND, barcode);
        }
        if (found.size() > 1) {
            throw new Refusal(
                    UnionRefusal.BARCODE_AT_SEVERAL_LIBRARIES,
                    barcode,
                    found.stream().map(Found::library).toList());
        }
        return found.get(0);
    }

    private boolean isAskedFor(Found copy, long reader) {
        return jdbc.sql("""
                select exists (
                  select 1
                  from attempt_going a
                  join request r on r.number = a.request
                  where a.copy = :copy and r.reader = :reader)
                """)
                .param("copy", copy.id())
                .param("reader", reader)
                .query(Boolean.class)
                .single();
    }

    private List<Found> named(Barcode barcode) {
        return jdbc.sql("""
                select id, record, library, status in ('ON_LOAN', 'IN_TRANSIT') as out
                from copy
                where barcode = :barcode
                order by library
                """)
                .param("barcode", barcode.value())
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        new RecordId(row.getString("record")),
                        new LibraryCode(row.getString("library")),
                        row.getBoolean("out")))
                .list();
    }
}
