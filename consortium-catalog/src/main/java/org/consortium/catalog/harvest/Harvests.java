package org.consortium.catalog.harvest;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All harvests of all libraries, and what came of them. */
@Component
class Harvests {

    private final JdbcClient jdbc;

    Harvests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String add(LibraryCode library, Harvest.Settings settings, Instant at) {
        return jdbc.sql("""
                insert into harvest (code, library, branch, address, format, records_of, family, every_hours, next_at,
                                     created_at)
                select :library || '-' || (count(*) + 1), :library, :branch, :address, :format, :set, :family, :hours,
                       :at, :at
                from harvest
                where library = :library
                returning code
                """)
                .params(columns(settings))
                .param("family", family(settings))
                .param("library", library.value())
                .param("at", utc(at))
                .query(String.class)
                .single();
    }

    /** Asked of another address or for other records, everything is fetched again. */
    void change(String code, Harvest.Settings settings, boolean paused) {
        jdbc.sql("""
                update harvest
                set checkpoint = case when (address, format, records_of) = (:address, :format, :set) then checkpoint end,
                    branch = :branch, address = :address, format = :format, records_of = :set, family = :family,
                    every_hours = :hours, paused = :paused
                where code = :code
                """)
                .params(columns(settings))
                .param("family", family(settings))
                .param("paused", paused)
                .param("code", code)
                .update();
    }

    private static Map<String, Object> columns(Harvest.Settings settings) {
        return Map.of(
                "branch", settings.branch().value(),
                "address", settings.address().toString(),
                "format", settings.format(),
                "set", settings.set(),
                "hours", settings.everyHours());
    }

    private static String family(Harvest.Settings settings) {
        return settings.family() == null ? null : settings.family().name();
    }

    void due(String code, boolean everything, Instant at) {
        jdbc.sql("""
                update harvest
                set next_at = :at, checkpoint = case when :everything then null else checkpoint end
                where code = :code
                """)
                .param("at", utc(at))
                .param("everything", everything)
                .param("code", code)
                .update();
    }

    /** @param of only this library's; empty for the council, which sees all */
    Harvest required(String code, Optional<LibraryCode> of) {
        return jdbc.sql("""
                select * from harvest
                where code = :code and (cast(:library as varchar) is null or library = :library)
                """)
                .param("code", code)
                .param("library", of.map(LibraryCode::value).orElse(null))
                .query(Harvests::read)
                .optional()
                .orElseThrow(() -> new Refusal(HarvestRefusal.HARVEST_NOT_FOUND, code));
    }

    List<Harvest> all(Optional<LibraryCode> of) {
        return jdbc.sql("""
                select * from harvest
                where cast(:library as varchar) is null or library = :library
                order by library, id
                """)
                .param("library", of.map(LibraryCode::value).orElse(null))
                .query(Harvests::read)
                .list();
    }

    /** What came of each the last time. */
    Map<String, HarvestRun> last(List<Harvest> harvests) {
        return harvests.stream()
                .map(Harvest::code)
                .flatMap(code -> runs(code, 0, 1).items().stream().map(run -> Map.entry(code, run)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Newest first. */
    Paged<HarvestRun> runs(String code, int page, int size) {
        Function<String, String> from = what ->
                "select " + what + " from harvest_run r join harvest h on h.id = r.harvest where h.code = :code";
        var total = jdbc.sql(from.apply("count(*)"))
                .param("code", code)
                .query(Long.class)
                .single();
        var runs = jdbc.sql(from.apply("r.*") + " order by r.id desc limit :size offset :skip")
                .param("code", code)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Harvests::run)
                .list();
        return new Paged<>(runs, total, page, size);
    }

    /** @return whether something was still being fetched */
    boolean cancel(String code, Instant at) {
        return jdbc.sql("""
                update harvest_run set state = 'CANCELLED', finished_at = :at
                where harvest = (select id from harvest where code = :code) and state = 'FETCHING'
                """).param("code", code).param("at", utc(at)).update() == 1;
    }

    static Harvest read(ResultSet row, int number) throws SQLException {
        var family = row.getString("family");
        return new Harvest(
                row.getString("code"),
                new LibraryCode(row.getString("library")),
                new Harvest.Settings(
                        new BranchCode(row.getString("branch")),
                        URI.create(row.getString("address")),
                        row.getString("format"),
                        row.getString("records_of"),
                        family == null ? null : MarcFamily.valueOf(family),
                        row.getInt("every_hours")),
                row.getBoolean("paused"),
                instant(row, "checkpoint"),
                instant(row, "next_at"));
    }

    private static HarvestRun run(ResultSet row, int number) throws SQLException {
        return new HarvestRun(
                HarvestRun.State.valueOf(row.getString("state")),
                instant(row, "since"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("pages"),
                row.getInt("records"),
                row.getInt("deleted"),
                row.getString("job"),
                row.getString("failure"),
                row.getString("failure_detail"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
