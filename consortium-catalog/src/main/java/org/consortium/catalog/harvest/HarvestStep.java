package org.consortium.catalog.harvest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consortium.catalog.harvest.OaiPage.Harvested;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a harvest that happen wholly or not at all: a page together with where it goes on. A node that gives no
 * sign of life loses its run to whoever asks next.
 */
@Component
class HarvestStep {

    /** Longer than the longest answer is waited for. */
    private static final String SILENT = "interval '6 minutes'";

    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);
    private static final int LONGEST_DETAIL = 500;

    private final String worker = UUID.randomUUID().toString();
    private final Trail trail;
    private final Clock clock;
    private final JdbcClient jdbc;

    HarvestStep(Trail trail, Clock clock, JdbcClient jdbc) {
        this.trail = trail;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A run nobody works at any more, else a new one of a harvest that is due. */
    @Transactional
    public Optional<HarvestWork> claim() {
        return abandoned().or(this::due);
    }

    private Optional<HarvestWork> abandoned() {
        var found = jdbc.sql("""
                select r.id as run, r.since, r.reached, r.token, r.pages, r.file, r.file_bytes, h.*
                from harvest_run r
                join harvest h on h.id = r.harvest
                where r.state = 'FETCHING' and (r.beat_at is null or r.beat_at < clock_timestamp() - %s)
                order by r.id
                limit 1
                for update of r skip locked
                """.formatted(SILENT)).query(this::read).optional();
        found.ifPresent(
                work -> jdbc.sql("update harvest_run set worker = :worker, beat_at = clock_timestamp() where id = :run")
                        .param("worker", worker)
                        .param("run", work.run())
                        .update());
        return found;
    }

    private Optional<HarvestWork> due() {
        var harvest = jdbc.sql("""
                select h.id from harvest h
                join library l on l.code = h.library
                where not h.paused and h.next_at <= :now and l.status = 'ACTIVE'
                  and not exists (select from harvest_run r
                                  where r.harvest = h.id and r.state in ('FETCHING', 'IMPORTING'))
                order by h.next_at
                limit 1
                for update of h skip locked
                """)
                .param("now", Harvests.utc(clock.instant()))
                .query(Long.class)
                .optional();
        return harvest.map(this::begin);
    }

    private HarvestWork begin(long harvest) {
        var run = jdbc.sql("""
                insert into harvest_run (harvest, state, since, started_at, file, worker, beat_at)
                select id, 'FETCHING', checkpoint, :now, :file, :worker, clock_timestamp()
                from harvest where id = :harvest
                returning id
                """)
                .param("now", Harvests.utc(clock.instant()))
                .param("file", UUID.randomUUID() + ".harvest")
                .param("worker", worker)
                .param("harvest", harvest)
                .query(Long.class)
                .single();
        return jdbc.sql("""
                select r.id as run, r.since, r.reached, r.token, r.pages, r.file, r.file_bytes, h.*
                from harvest_run r
                join harvest h on h.id = r.harvest
                where r.id = :run
                """).param("run", run).query(this::read).single();
    }

    private HarvestWork read(ResultSet row, int number) throws SQLException {
        return new HarvestWork(
                row.getLong("run"),
                row.getLong("id"),
                Harvests.read(row, number),
                Harvests.instant(row, "since"),
                Harvests.instant(row, "reached"),
                row.getString("token"),
                row.getInt("pages"),
                row.getString("file"),
                row.getLong("file_bytes"));
    }

    /** A sign of life; false when the run was cancelled or is another node's by now. */
    @Transactional
    public boolean goesOn(HarvestWork work) {
        return jdbc.sql("""
                update harvest_run set beat_at = clock_timestamp()
                where id = :run and worker = :worker and state = 'FETCHING'
                """).param("run", work.run()).param("worker", worker).update() == 1;
    }

    boolean isOver(HarvestWork work) {
        return jdbc.sql("select state <> 'FETCHING' from harvest_run where id = :run")
                .param("run", work.run())
                .query(Boolean.class)
                .single();
    }

    /** The control numbers of records the server names by its own identifiers. */
    Map<String, String> controlNumbers(HarvestWork work, List<String> identifiers) {
        Map<String, String> numbers = new HashMap<>();
        if (!identifiers.isEmpty()) {
            jdbc.sql("""
                    select identifier, control_number from harvested
                    where harvest = :harvest and identifier = any (:identifiers)
                    """)
                    .param("harvest", work.id())
                    .param("identifiers", identifiers.toArray(String[]::new))
                    .query(row -> {
                        numbers.put(row.getString("identifier"), row.getString("control_number"));
                    });
        }
        return numbers;
    }

    /** @return false when the run is no longer ours */
    @Transactional
    public boolean keep(HarvestWork work, List<Harvested> records, String token, Instant reached, long bytes) {
        if (!goesOn(work)) {
            return false;
        }
        remember(work, records);
        int deleted = (int) records.stream().filter(Harvested::deleted).count();
        jdbc.sql("""
                update harvest_run
                set pages = pages + 1, records = records + :records, deleted = deleted + :deleted, token = :token,
                    reached = coalesce(reached, :reached), file_bytes = :bytes
                where id = :run
                """)
                .param("records", records.size() - deleted)
                .param("deleted", deleted)
                .param("token", token)
                .param("reached", Harvests.utc(reached))
                .param("bytes", bytes)
                .param("run", work.run())
                .update();
        return true;
    }

    private void remember(HarvestWork work, List<Harvested> records) {
        Map<String, String> numbers = new HashMap<>();
        records.stream()
                .filter(record -> !record.deleted() && !record.controlNumber().isEmpty())
                .filter(record -> record.identifier().length() <= 500
                        && record.controlNumber().length() <= 200)
                .forEach(record -> numbers.put(record.identifier(), record.controlNumber()));
        if (numbers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into harvested (harvest, identifier, control_number)
                select :harvest, identifier, number from unnest(:identifiers, :numbers) as n (identifier, number)
                on conflict (harvest, identifier) do update set control_number = excluded.control_number
                where harvested.control_number <> excluded.control_number
                """)
                .param("harvest", work.id())
                .param("identifiers", numbers.keySet().toArray(String[]::new))
                .param("numbers", numbers.values().toArray(String[]::new))
                .update();
    }

    /** Back to the first page: the server has forgotten where it was. */
    @Transactional
    public void beginAgain(HarvestWork work) {
        jdbc.sql("""
                update harvest_run
                set token = '', pages = 0, records = 0, deleted = 0, file_bytes = 0, reached = null
                where id = :run and worker = :worker
                """).param("run", work.run()).param("worker", worker).update();
    }

    /** Leaves the run to whoever comes next, at once: this node is about to stop. */
    @Transactional
    public void release(HarvestWork work) {
        jdbc.sql("update harvest_run set beat_at = null, worker = null where id = :run and worker = :worker")
                .param("run", work.run())
                .param("worker", worker)
                .update();
    }

    /** All pages are here. Without records nothing is imported, and that is that. */
    @Transactional
    public void hand(HarvestWork work, Optional<String> job) {
        jdbc.sql("update harvest_run set state = 'IMPORTING', job = :job, worker = null where id = :run")
                .param("job", job.orElse(null))
                .param("run", work.run())
                .update();
        if (job.isEmpty()) {
            settle();
        }
    }

    /** The checkpoint moves on only when everything has come in: what broke off is fetched again. */
    @Transactional
    public void settle() {
        jdbc.sql("""
                select r.id as run, r.reached, r.records, r.deleted, h.id, h.code, h.library, j.state, j.failure
                from harvest_run r
                join harvest h on h.id = r.harvest
                left join intake_job j on j.number = r.job
                where r.state = 'IMPORTING' and (r.job is null or j.state in ('DONE', 'CANCELLED', 'FAILED'))
                for update of r, h skip locked
                """)
                .query((row, n) -> new Imported(
                        row.getLong("run"),
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("library"),
                        Harvests.instant(row, "reached"),
                        row.getString("state") == null ? "DONE" : row.getString("state"),
                        row.getInt("records") + " " + row.getInt("deleted")))
                .list()
                .forEach(this::settle);
    }

    private record Imported(
            long run, long harvest, String code, String library, Instant reached, String ending, String counts) {}

    private void settle(Imported imported) {
        boolean done = imported.ending.equals("DONE");
        jdbc.sql("""
                update harvest_run set state = :state, finished_at = :now, failure = :failure where id = :run
                """)
                .param("state", imported.ending)
                .param("now", Harvests.utc(clock.instant()))
                .param("failure", done ? "" : "harvest-import")
                .param("run", imported.run)
                .update();
        jdbc.sql("""
                update harvest
                set checkpoint = case when :done then coalesce(:reached, checkpoint) else checkpoint end,
                    next_at = :now + every_hours * interval '1 hour'
                where id = :harvest
                """)
                .param("done", done)
                .param("reached", Harvests.utc(imported.reached))
                .param("now", Harvests.utc(clock.instant()))
                .param("harvest", imported.harvest)
                .update();
        trail.note(
                Actor.clock(),
                clock.instant(),
                done ? "harvest-finished" : "harvest-failed",
                "harvest",
                imported.code,
                new org.consortium.core.member.LibraryCode(imported.library),
                imported.counts);
    }

    @Transactional
    public void fail(HarvestWork work, String failure, String detail) {
        int mine = jdbc.sql("""
                update harvest_run set state = 'FAILED', finished_at = :now, failure = :failure, failure_detail = :detail
                where id = :run and worker = :worker and state = 'FETCHING'
                """)
                .param("now", Harvests.utc(clock.instant()))
                .param("failure", failure)
                .param("detail", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)))
                .param("run", work.run())
                .param("worker", worker)
                .update();
        if (mine == 0) {
            return;
        }
        jdbc.sql("update harvest set next_at = greatest(next_at, :later) where id = :harvest")
                .param("later", Harvests.utc(clock.instant().plus(AFTER_A_FAILURE)))
                .param("harvest", work.id())
                .update();
        trail.note(
                Actor.clock(),
                clock.instant(),
                "harvest-failed",
                "harvest",
                work.harvest().code(),
                work.harvest().library(),
                failure);
    }
}
