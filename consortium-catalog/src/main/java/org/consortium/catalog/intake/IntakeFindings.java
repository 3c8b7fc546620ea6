package org.consortium.catalog.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import could not read, and what it doubts. */
@Component
class IntakeFindings {

    private static final int LONGEST_DETAIL = 500;
    /** What is longer was no record; its beginning is enough to see what it was. */
    private static final int LONGEST_RAW = 2 * 1024 * 1024;
    /** So many at a time, for each may be that long. */
    private static final int AT_A_TIME = 20;

    private final JdbcClient jdbc;

    IntakeFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void noteRejects(long job, List<Arrival.Illegible> rejects) {
        if (rejects.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into intake_reject (job, number, position, reason, detail, raw)
                select :job, number, position, reason, detail, raw
                from unnest(:numbers, :positions, :reasons, :details, :raws) as r (number, position, reason, detail, raw)
                """)
                .param("job", job)
                .param("numbers", rejects.stream().map(Arrival::number).toArray(Integer[]::new))
                .param("positions", rejects.stream().map(Arrival::position).toArray(Long[]::new))
                .param(
                        "reasons",
                        rejects.stream().map(Arrival.Illegible::reason).toArray(String[]::new))
                .param(
                        "details",
                        rejects.stream()
                                .map(reject -> Texts.clipped(reject.detail(), LONGEST_DETAIL))
                                .toArray(String[]::new))
                .param(
                        "raws",
                        rejects.stream().map(reject -> clipped(reject.raw())).toArray(byte[][]::new))
                .update();
    }

    /** One that was read, and that the database would not have. */
    void noteNotStored(long job, Arrival entry, String detail) {
        jdbc.sql("""
                insert into intake_reject (job, number, position, reason, detail, raw)
                values (:job, :number, :position, :reason, :detail, :raw)
                """)
                .param("job", job)
                .param("number", entry.number())
                .param("position", entry.position())
                .param("reason", Reject.NOT_STORED)
                .param("detail", Texts.clipped(detail, LONGEST_DETAIL))
                .param("raw", clipped(entry.raw()))
                .update();
    }

    private static byte[] clipped(byte[] raw) {
        return raw.length <= LONGEST_RAW ? raw : Arrays.copyOf(raw, LONGEST_RAW);
    }

    /** @param positions where in the file the records stand that came in with them, by their numbers */
    void noteWarnings(long job, List<IntakeWarning> warnings, Map<Integer, Long> positions) {
        if (warnings.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into intake_warning (job, number, position, control_number, code, tag, detail)
                select :job, number, position, control_number, code, tag, detail
                from unnest(:numbers, :positions, :controlNumbers, :codes, :tags, :details)
                  as w (number, position, control_number, code, tag, detail)
                """)
                .param("job", job)
                .param(
                        "positions",
                        warnings.stream()
                                .map(warning -> positions.get(warning.number()))
                                .toArray(Long[]::new))
                .param("numbers", warnings.stream().map(IntakeWarning::number).toArray(Integer[]::new))
                .param(
                        "controlNumbers",
                        warnings.stream().map(IntakeWarning::controlNumber).toArray(String[]::new))
                .param("codes", warnings.stream().map(IntakeWarning::code).toArray(String[]::new))
                .param("tags", warnings.stream().map(IntakeWarning::tag).toArray(String[]::new))
                .param("details", warnings.stream().map(IntakeWarning::detail).toArray(String[]::new))
                .update();
    }

    Paged<Reject> rejects(String job, int page, int size) {
        var from = " from intake_reject r join intake_job j on j.id = r.job where j.number = :job";
        var items = jdbc.sql("select r.number, position, reason, detail, length(raw) as bytes" + from
                        + " order by r.number limit :size offset :skip")
                .param("job", job)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new Reject(
                        row.getInt("number"),
                        row.getLong("position"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getInt("bytes")))
                .list();
        return new Paged<>(items, count(from, job), page, size);
    }

    Paged<IntakeWarning> warnings(String job, int page, int size) {
        var from = " from intake_warning w join intake_job j on j.id = w.job where j.number = :job";
        var items = jdbc.sql("""
                select w.number, w.position, w.control_number, code, tag, detail,
                       (select c.record from contribution c
                        where c.library = j.library and c.control_number = w.control_number and not c.withdrawn) as record
                """ + from + " order by w.number, code, detail limit :size offset :skip")
                .param("job", job)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new IntakeWarning(
                        row.getInt("number"),
                        row.getObject("position", Long.class),
                        row.getString("control_number"),
                        row.getString("code"),
                        row.getString("tag"),
                        row.getString("detail"),
                        row.getString("record") == null ? null : new RecordId(row.getString("record"))))
                .list();
        return new Paged<>(items, count(from, job), page, size);
    }

    private long count(String from, String job) {
        return jdbc.sql("select count(*)" + from)
                .param("job", job)
                .query(Long.class)
                .single();
    }

    byte[] rejectedBytes(String job, int number) {
        return jdbc.sql("""
                select raw from intake_reject r join intake_job j on j.id = r.job
                where j.number = :job and r.number = :number
                """)
                .param("job", job)
                .param("number", number)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new Refusal(IntakeRefusal.IMPORT_NOT_FOUND, job));
    }

    IntakeDesk.RejectFile rejectFile(IntakeJob asked) {
        var job = asked.number();
        if (asked.list() != null) {
            return new IntakeDesk.RejectFile(job + "-rejects.csv", "text/csv;charset=UTF-8");
        }
        return isXml(job)
                ? new IntakeDesk.RejectFile(job + "-rejects.xml", "application/xml")
                : new IntakeDesk.RejectFile(job + "-rejects.mrc", "application/marc");
    }

    private boolean isXml(String job) {
        return after(job, 0, 1).stream().anyMatch(raw -> raw.bytes().length > 0 && raw.bytes()[0] == '<');
    }

    void writeRejects(IntakeJob asked, OutputStream out) throws IOException {
        var job = asked.number();
        if (asked.list() != null) {
            out.write(("\uFEFF" + asked.list().headings().asCsv()).getBytes(StandardCharsets.UTF_8));
        }
        boolean xml = asked.list() == null && isXml(job);
        if (xml) {
            out.write("<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n".getBytes(StandardCharsets.UTF_8));
        }
        var some = after(job, 0, AT_A_TIME);
        while (!some.isEmpty()) {
            for (var raw : some) {
                out.write(raw.bytes());
                if (xml) {
                    out.write('\n');
                }
            }
            some = after(job, some.get(some.size() - 1).number(), AT_A_TIME);
        }
        if (xml) {
            out.write("</collection>\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<Raw> after(String job, int number, int most) {
        return jdbc.sql("""
                select r.number, r.raw from intake_reject r join intake_job j on j.id = r.job
                where j.number = :job and r.number > :number
                order by r.number
                limit :most
                """)
                .param("job", job)
                .param("number", number)
                .param("most", most)
                .query((row, n) -> new Raw(row.getInt("number"), row.getBytes("raw")))
                .list();
    }

    private record Raw(int number, byte[] bytes) {}
}
