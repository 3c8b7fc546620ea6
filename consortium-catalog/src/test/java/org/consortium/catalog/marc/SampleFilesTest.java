package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.consortium.core.Refusal;
import org.junit.jupiter.api.Test;

/** Reads every file of records in the folder that CONSORTIUM_SAMPLES names, and tells what came of each. */
class SampleFilesTest {

    private static final Pattern RECORDS = Pattern.compile(".*\\.(mrc|marc|iso|usmarc|mrx|xml)(\\.gz)?");

    @Test
    void readsEverySampleToItsEnd() throws IOException {
        var total = new Count();
        var samples = samples();
        var expected = inventory();
        for (var file : samples) {
            var count = read(file.path());
            if (expected.containsKey(file.name())) {
                assertThat(count.readable + count.unreadable).as(file.name()).isEqualTo(expected.get(file.name()));
            }
            total.add(count);
            System.out.println(count.line(file.name()));
            count.rejected.forEach((reason, times) -> System.out.println("      " + times + " x " + reason));
        }
        System.out.println(total.line("all"));
        System.out.println("      warnings " + total.warnings);
        System.out.println("      encodings " + total.encodings);

        assertThat(total.unexpected).isZero();
        assertThat(total.readable).isPositive();
    }

    @Test
    void whatIsReadAgainFromWhatWasKeptReadsTheSame() throws IOException {
        var reading = new SecondReading(null, Clock.systemUTC());
        var otherwise = new TreeMap<String, Integer>();
        int same = 0;
        for (var sample : samples()) {
            try (var file = MarcFile.open(sample.path(), MarcOptions.detect(), Clock.systemUTC())) {
                for (var entry = file.next(); entry != null; entry = file.next()) {
                    if (entry instanceof MarcEntry.Readable first) {
                        var again = reading.read(first.raw(), first.family(), first.encoding(), first.number());
                        if (again instanceof MarcEntry.Readable second
                                && second.description().equals(first.description())
                                && second.items().equals(first.items())) {
                            same++;
                        } else {
                            otherwise.merge(sample.name(), 1, Integer::sum);
                        }
                    }
                }
            } catch (Refusal noRecords) {
                // told by the other test
            }
        }
        System.out.println(same + " records read the same the second time");

        assertThat(otherwise).isEmpty();
        assertThat(same).isPositive();
    }

    private record Sample(String name, Path path) {}

    private static List<Sample> samples() throws IOException {
        var folder = System.getenv("CONSORTIUM_SAMPLES");
        if (folder == null || folder.isBlank()) {
            System.out.println(
                    "Left out: reading the sample files, because CONSORTIUM_SAMPLES names no folder of them");
            abort("CONSORTIUM_SAMPLES names no folder of sample files");
        }
        var root = Path.of(folder);
        try (var files = Files.walk(root)) {
            return files.filter(path ->
                            RECORDS.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .map(path -> new Sample(root.relativize(path).toString(), path))
                    .toList();
        }
    }

    /** How many records each file has, counted by other means, where the folder says so: path, bytes, records. */
    private static Map<String, Integer> inventory() throws IOException {
        var list = Path.of(System.getenv("CONSORTIUM_SAMPLES"), "INVENTORY.tsv");
        var expected = new TreeMap<String, Integer>();
        for (var line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
            var columns = line.split("\t");
            if (columns.length == 3 && columns[2].matches("\\d+")) {
                expected.put(columns[0], Integer.valueOf(columns[2]));
            }
        }
        return expected;
    }

    private static Count read(Path path) {
        var count = new Count();
        long begun = System.nanoTime();
        try (var file = MarcFile.open(path, MarcOptions.detect(), Clock.systemUTC())) {
            int number = 0;
            for (var entry = file.next(); entry != null; entry = file.next()) {
                assertThat(entry.number()).isEqualTo(++number);
                count.add(entry);
            }
        } catch (Refusal refusal) {
            count.refusal = refusal.reason().code() + refusal.arguments();
        }
        count.nanos = System.nanoTime() - begun;
        return count;
    }

    /** What came of one file or of all. */
    private static final class Count {

        private int readable;
        private int doubtful;
        private int unreadable;
        private int unexpected;
        private int items;
        private long nanos;
        private String refusal = "";
        private final Map<String, Integer> rejected = new TreeMap<>();
        private final Map<String, Integer> encodings = new TreeMap<>();
        private final Map<MarcWarning.Kind, Integer> warnings = new EnumMap<>(MarcWarning.Kind.class);

        void add(MarcEntry entry) {
            if (entry instanceof MarcEntry.Unreadable no) {
                unreadable++;
                unexpected += no.reason() == MarcReject.UNEXPECTED ? 1 : 0;
                rejected.merge(no.reason() + ": " + no.detail(), 1, Integer::sum);
            } else if (entry instanceof MarcEntry.Readable record) {
                readable++;
                items += record.items().size();
                doubtful += record.warnings().isEmpty() ? 0 : 1;
                encodings.merge(record.family() + " " + record.encoding(), 1, Integer::sum);
                record.warnings().forEach(warning -> warnings.merge(warning.kind(), 1, Integer::sum));
            }
        }

        void add(Count other) {
            readable += other.readable;
            doubtful += other.doubtful;
            unreadable += other.unreadable;
            unexpected += other.unexpected;
            items += other.items;
            nanos += other.nanos;
            other.encodings.forEach((encoding, times) -> encodings.merge(encoding, times, Integer::sum));
            other.warnings.forEach((kind, times) -> warnings.merge(kind, times, Integer::sum));
        }

        String line(String name) {
            return String.format(
                    "%7d readable %6d doubtful %5d rejected %6d items %8.0f/s  %s %s %s %s",
                    readable,
                    doubtful,
                    unreadable,
                    items,
                    (readable + unreadable) / Math.max(1e-9, nanos / 1e9),
                    name,
                    encodings,
                    warnings,
                    refusal);
        }
    }
}
