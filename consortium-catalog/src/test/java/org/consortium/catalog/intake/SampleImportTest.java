package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports every file of the folder that CONSORTIUM_SAMPLES names, each for a library of its own, as if it had been
 * uploaded. Of the large set of 24 state libraries only some come, unless CONSORTIUM_SAMPLES_ALL says true.
 */
@DatabaseTest
class SampleImportTest {

    private static final Pattern RECORDS = Pattern.compile(".*\\.(mrc|marc|iso|usmarc|mrx|xml)(\\.gz)?");
    private static final String LARGE_SET = "gpo-brief";
    private static final List<String> SOME_OF_IT = List.of("delaware", "maine", "newhampshire", "northdakota");

    @Autowired
    IntakeDesk desk;

    @Autowired
    IntakeRunner runner;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Integer> refused = new TreeMap<>();
    private int libraries;

    @Test
    void importsEverySampleAndRefusesWhatIsNone() throws IOException {
        var root = samples();
        var jobs = new ArrayList<IntakeJob>();
        long nanos = 0;
        System.out.println(line("file", "state", "seen", "added", "joined", "reject", "warned", "copies", "rec/s"));
        for (var file : files(root)) {
            var name = root.relativize(file).toString();
            long begun = System.nanoTime();
            var job = imported(file, name);
            long took = System.nanoTime() - begun;
            if (job != null) {
                jobs.add(job);
                nanos += took;
                System.out.println(line(job, name, took));
            }
        }
        System.out.println(line("all", "", seen(jobs), "", "", "", "", "", perSecond(seen(jobs), nanos)));
        refused.forEach((what, times) -> System.out.println("refused " + times + " x " + what));

        assertThat(jobs).isNotEmpty().allMatch(job -> job.counts().addUp());
        assertThat(jobs).allMatch(job -> job.isOver() && !job.failure().equals("unexpected"));
        assertThat(jdbc.sql("select count(*) from intake_reject where reason = 'not-stored'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from contribution")
                        .query(Integer.class)
                        .single())
                .isEqualTo(jobs.stream().mapToInt(job -> job.counts().added()).sum());
        assertThat(jdbc.sql("""
                select count(*) from union_record u
                where merged_into is null and not exists (select from contribution c where c.id = u.elected and c.record = u.id)
                """).query(Long.class).single()).isZero();
    }

    @Test
    void changesNothingTheSecondTime() throws IOException {
        var root = samples();
        var file = files(root).stream()
                .filter(path -> path.toString().contains(LARGE_SET))
                .findFirst()
                .orElseThrow();
        var first = imported(file, "first time");

        var again = imported(file, "second time", libraries);

        assertThat(again.counts().unchanged())
                .isEqualTo(first.counts().seen() - first.counts().rejected());
        System.out.println("The same file again: " + again.counts());
    }

    private static Path samples() {
        var folder = System.getenv("CONSORTIUM_SAMPLES");
        if (folder == null || folder.isBlank()) {
            System.out.println(
                    "Left out: importing the sample files, because CONSORTIUM_SAMPLES names no folder of them");
            abort("CONSORTIUM_SAMPLES names no folder of sample files");
        }
        return Path.of(folder);
    }

    private static List<Path> files(Path root) throws IOException {
        boolean all = Boolean.parseBoolean(System.getenv("CONSORTIUM_SAMPLES_ALL"));
        if (!all) {
            System.out.println("Left out: most of " + LARGE_SET + ", because CONSORTIUM_SAMPLES_ALL is not true");
        }
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> all
                            || !file.toString().contains(LARGE_SET)
                            || SOME_OF_IT.stream()
                                    .anyMatch(state -> file.toString().contains(state)))
                    .sorted()
                    .toList();
        }
    }

    private IntakeJob imported(Path file, String name) throws IOException {
        libraries++;
        members.open(new LibraryCode("s" + libraries), new BranchCode("s" + libraries + "-main"));
        return imported(file, name, libraries);
    }

    /** @return null where the file is refused */
    private IntakeJob imported(Path file, String name, int library) throws IOException {
        var code = new LibraryCode("s" + library);
        try (var content = Files.newInputStream(file)) {
            var job = desk.start(
                    code,
                    new BranchCode(code + "-main"),
                    file.getFileName().toString(),
                    content,
                    MarcOptions.detect(),
                    members.librarianOf(code));
            if (job.state() == IntakeJob.State.MAPPING) {
                refused.merge("a list, whose columns wait to be named", 1, Integer::sum);
                return null;
            }
            runner.runAll();
            return desk.job(job.number(), Optional.of(code));
        } catch (Refusal no) {
            refused.merge(no.getMessage() + (RECORDS.matcher(name).matches() ? " " + name : ""), 1, Integer::sum);
            return null;
        }
    }

    private static int seen(List<IntakeJob> jobs) {
        return jobs.stream().mapToInt(job -> job.counts().seen()).sum();
    }

    private static String line(IntakeJob job, String name, long nanos) {
        var counts = job.counts();
        return line(
                name,
                job.failure().isEmpty() ? job.state() : job.failure(),
                counts.seen(),
                counts.added(),
                counts.joined(),
                counts.rejected(),
                counts.warned(),
                counts.copies(),
                perSecond(counts.seen(), nanos));
    }

    private static long perSecond(int records, long nanos) {
        return records * 1_000_000_000L / Math.max(1, nanos);
    }

    private static String line(Object... cells) {
        return "%-70.70s %-14s %7s %7s %7s %7s %7s %7s %7s".formatted(cells);
    }
}
