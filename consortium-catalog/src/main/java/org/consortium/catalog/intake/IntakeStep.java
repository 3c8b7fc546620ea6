package org.consortium.catalog.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an import that happen wholly or not at all: a batch of records together with its counts, so that
 * whoever goes on after a crash begins at the right record. A node that does not give a sign of life for some seconds
 * loses its job to whoever asks next; should it wake up again, its next step finds out.
 */
@Component
class IntakeStep {

    private static final String SILENT = "interval '20 seconds'";

    /** This program, from its start to its end. */
    private final String worker = UUID.randomUUID().toString();

    private final RecordIntake intake;
    private final ListSupply lists;
    private final IntakeFindings findings;
    private final ItemFields items;
    private final Uploads uploads;
    private final Trail trail;
    private final Clock clock;
    private final JdbcClient jdbc;

    IntakeStep(
            RecordIntake intake,
            ListSupply lists,
            IntakeFindings findings,
            ItemFields items,
            Uploads uploads,
            Trail trail,
            Clock clock,
            JdbcClient jdbc) {
        this.intake = intake;
        this.lists = lists;
        this.findings = findings;
        this.items = items;
        this.uploads = uploads;
        this.trail = trail;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** How a job ends, and the code of why it failed. */
    record Ending(IntakeJob.State state, String failure) {

        static final Ending NOT_YET = null;
        static final Ending DONE = new Ending(IntakeJob.State.DONE, "");

        static Ending failed(String code) {
            return new Ending(IntakeJob.State.FAILED, code);
        }
    }

    /** The job was cancelled, or is another node's by now. */
    static final class TakenAway extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** The oldest job that nobody works at and whose file lies on this machine; what has no file comes last. */
    @Transactional
    public Optional<IntakeWork> claim() {
        var waiting = jdbc.sql("""
                select * from intake_job
                where state = 'WAITING'
                   or state = 'RUNNING' and (beat_at is null or beat_at < clock_timestamp() - %s)
                order by from_store, id
                for update skip locked
                """.formatted(SILENT)).query(this::read).list();
        var next = waiting.stream().filter(this::isHere).findFirst();
        next.ifPresent(work -> jdbc.sql("""
                update intake_job
                set state = 'RUNNING', worker = :worker, beat_at = clock_timestamp(),
                    started_at = coalesce(started_at, :at)
                where id = :id
                """)
                .param("worker", worker)
                .param("at", now())
                .param("id", work.id())
                .update());
        return next;
    }

    private boolean isHere(IntakeWork work) {
        return work.fromStore() || uploads.has(work.file().getFileName().toString());
    }

    /** Whether somebody has sent something: what was sent before is read again when there is nothing else to do. */
    boolean newerWaits() {
        return jdbc.sql("select exists (select from intake_job where state = 'WAITING' and not from_store)")
                .query(Boolean.class)
                .single();
    }

    private IntakeWork read(ResultSet row, int number) throws SQLException {
        var family = row.getString("family");
        return new IntakeWork(
                row.getLong("id"),
                row.getString("number"),
                new LibraryCode(row.getString("library")),
                new BranchCode(row.getString("branch")),
                uploads.path(row.getString("file_path")),
                family == null ? null : MarcFamily.valueOf(family),
                row.getString("encoding"),
                IntakeJobs.list(row),
                items.of(new LibraryCode(row.getString("library"))).orElse(null),
                row.getInt("seen"),
                row.getBoolean("from_store"),
                row.getString("read_up_to"));
    }

    /** @param ending how the job ends with this batch, or null when there is more to read */
    @Transactional
    public void take(IntakeWork work, List<Arrival> batch, long bytesRead, Ending ending) {
        beat(work);
        if (work.fromStore()) {
            takeAgain(work, batch, bytesRead, ending);
            return;
        }
        var arrivals = work.list() == null ? batch : lists.supplied(batch);
        var records = only(arrivals, Arrival.Legible.class).stream()
                .map(Arrival.Legible::incoming)
                .toList();
        var rejects = only(arrivals, Arrival.Illegible.class);
        var outcome = records.isEmpty()
                ? new BatchOutcome()
                : intake.takeAll(work.library(), work.branch(), records, work.id(), clock.instant());
        findings.noteRejects(work.id(), rejects);
        findings.noteWarnings(work.id(), outcome.warnings(), positions(batch));
        count(work, batch, rejects.size(), outcome, bytesRead);
        end(work, ending);
    }

    private void takeAgain(IntakeWork work, List<Arrival> batch, long bytesRead, Ending ending) {
        var records = only(batch, Arrival.Again.class);
        var rejects = only(batch, Arrival.NoLongerLegible.class).stream()
                .map(Arrival.NoLongerLegible::told)
                .toList();
        var outcome = records.isEmpty()
                ? new BatchOutcome()
                : intake.readAgain(work.library(), work.branch(), records, clock.instant());
        findings.noteRejects(work.id(), rejects);
        findings.noteWarnings(work.id(), outcome.warnings(), positions(batch));
        count(work, batch, rejects.size(), outcome, bytesRead);
        end(work, ending);
    }

    private static Map<Integer, Long> positions(List<Arrival> batch) {
        return batch.stream().collect(Collectors.toMap(Arrival::number, Arrival::position));
    }

    private static <A extends Arrival> List<A> only(List<Arrival> batch, Class<A> kind) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Transactional
    public void reject(IntakeWork work, Arrival entry, String why, long bytesRead, Ending ending) {
        beat(work);
        findings.noteNotStored(work.id(), entry, why);
        count(work, List.of(entry), 1, new BatchOutcome(), bytesRead);
        end(work, ending);
    }

    /** Locks the job until the end of the step, so that nobody cancels or claims it meanwhile. */
    private void beat(IntakeWork work) {
        int mine = jdbc.sql("""
                update intake_job set beat_at = clock_timestamp()
                where id = :id and worker = :worker and state = 'RUNNING'
                """).param("id", work.id()).param("worker", worker).update();
        if (mine == 0) {
            throw new TakenAway();
        }
    }

    private void count(IntakeWork work, List<Arrival> batch, int rejected, BatchOutcome outcome, long bytesRead) {
        jdbc.sql("""
                update intake_job
                set seen = seen + :seen, added = added + :added, changed = changed + :changed,
                    unchanged = unchanged + :unchanged, withdrawn = withdrawn + :withdrawn,
                    rejected = rejected + :rejected, warned = warned + :warned, joined = joined + :joined,
                    copies = copies + :copies, bytes_read = :bytesRead,
                    read_up_to = coalesce(nullif(:upTo, ''), read_up_to)
                where id = :id
                """)
                .param("seen", batch.size())
                .param(
                        "upTo",
                        batch.isEmpty() ? "" : batch.get(batch.size() - 1).upTo())
                .param("added", outcome.count(Outcome.ADDED))
                .param("changed", outcome.count(Outcome.CHANGED))
                .param("unchanged", outcome.count(Outcome.UNCHANGED))
                .param("withdrawn", outcome.count(Outcome.WITHDRAWN))
                .param("rejected", rejected)
                .param("warned", outcome.warned())
                .param("joined", outcome.joined())
                .param("copies", outcome.copies())
                .param("bytesRead", bytesRead)
                .param("id", work.id())
                .update();
    }

    /** Ends a job that cannot go on; what was read stays. */
    @Transactional
    public void fail(IntakeWork work, String code) {
        beat(work);
        end(work, Ending.failed(code));
    }

    private void end(IntakeWork work, Ending ending) {
        if (ending == Ending.NOT_YET) {
            return;
        }
        var counts = jdbc.sql("""
                update intake_job set state = :state, failure = :failure, finished_at = :at, worker = null
                where id = :id
                returning concat_ws(' ', seen, added, changed, unchanged, withdrawn, rejected)
                """)
                .param("state", ending.state().name())
                .param("failure", ending.failure())
                .param("at", now())
                .param("id", work.id())
                .query(String.class)
                .single();
        var action = ending.state() == IntakeJob.State.DONE ? "import-finished" : "import-failed";
        trail.note(
                Actor.clock(),
                clock.instant(),
                action,
                "import",
                work.number(),
                work.library(),
                (counts + " " + ending.failure()).strip());
    }

    boolean isOver(IntakeWork work) {
        return jdbc.sql("select state not in ('WAITING', 'RUNNING') from intake_job where id = :id")
                .param("id", work.id())
                .query(Boolean.class)
                .single();
    }

    Instant databaseTime() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Set<String> filesInUse() {
        return Set.copyOf(jdbc.sql("select file_path from intake_job where state in ('MAPPING', 'WAITING', 'RUNNING')")
                .query(String.class)
                .list());
    }

    /** A list whose columns nobody named for a week. */
    @Transactional
    public void forgetUnnamed() {
        jdbc.sql("""
                update intake_job set state = 'CANCELLED', finished_at = :at
                where state = 'MAPPING' and created_at < :longAgo
                """).param("at", now()).param("longAgo", now().minusDays(7)).update();
    }

    /** A job whose file lies on no machine that still runs. */
    @Transactional
    public void giveUpWhatIsLost() {
        jdbc.sql("""
                select * from intake_job
                where state in ('WAITING', 'RUNNING') and coalesce(started_at, created_at) < :longAgo
                  and (beat_at is null or beat_at < clock_timestamp() - %s)
                for update skip locked
                """.formatted(SILENT)).param("longAgo", now().minusDays(1)).query(this::read).list().stream()
                .filter(work -> !isHere(work))
                .forEach(work -> end(work, Ending.failed("file-gone")));
    }

    /** Leaves the job to whoever comes next, at once: this node is about to stop. */
    @Transactional
    public void release(IntakeWork work) {
        jdbc.sql("update intake_job set beat_at = null, worker = null where id = :id and worker = :worker")
                .param("id", work.id())
                .param("worker", worker)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
