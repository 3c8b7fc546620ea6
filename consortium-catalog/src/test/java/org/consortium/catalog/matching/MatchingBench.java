package org.consortium.catalog.matching;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.consortium.catalog.matching.LabelledSet.Labelled;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;

/**
 * Measures the matcher on labelled sets beside the Gold Rush key: pairwise precision, recall and F1. The records of a set
 * come one after the other, library by library, and are placed by the classes that place them in an import; only the
 * candidates come out of memory instead of the database.
 */
final class MatchingBench {

    private final List<String> wanted;

    private MatchingBench(List<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String... names) throws IOException {
        var folder = System.getenv("CONSORTIUM_SAMPLES");
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            System.out.println("The labelled sets are not here: CONSORTIUM_SAMPLES names no folder of samples");
            System.exit(2);
        }
        new MatchingBench(List.of(names)).run(new LabelledSets(Path.of(folder)));
    }

    private void run(LabelledSets sets) throws IOException {
        System.out.printf("%-28s %-10s %8s %8s %8s %9s%n", "set", "", "precision", "recall", "F1", "wrong pairs");
        measure("gpo", () -> sets.governmentDocuments(false));
        measure("withheld", () -> sets.governmentDocuments(true));
        measure("abebooks", sets::bookshops);
        measure("hathi", sets::juvenileFiction);
        measure("princeton", sets::twoUniversities);
        var melinda = System.getenv("MELINDA_FIXTURES");
        if (melinda != null) {
            measure("melinda", () -> sets.melinda(Path.of(melinda)));
        }
        measure("mann", sets::editions);
        measure("chinese", LabelledSets::chinese);
    }

    private interface Reading {
        LabelledSet read() throws IOException;
    }

    private void measure(String name, Reading reading) throws IOException {
        if (!wanted.isEmpty() && !wanted.contains(name)) {
            return;
        }
        var set = reading.read();
        var goldRush = set.records().stream().map(Labelled::goldRush).toList();
        long begun = cpuTime();
        var ours = placed(set);
        long nanos = cpuTime() - begun;
        System.out.printf("%-28s %-10s %s%n", set.name(), "Gold Rush", Score.of(set, goldRush));
        System.out.printf(
                Locale.ROOT,
                "%-28s %-10s %s   (%d records, %d a second of one core)%n",
                "",
                "ours",
                Score.of(set, ours.stream().map(MatchDecision::record).toList()),
                ours.size(),
                ours.size() * 1_000_000_000L / Math.max(1, nanos));
        long unsure = ours.stream().filter(one -> one.why().equals("unsure")).count();
        System.out.printf("%-28s %d to a librarian%n", "", unsure);
        if (Boolean.getBoolean("orders")) {
            inOtherOrders(set);
        }
        if (Boolean.getBoolean("tell")) {
            tell(set, ours);
        }
    }

    /** Whether it matters who comes first: the libraries the other way round, and all records by chance. */
    private static void inOtherOrders(LabelledSet set) {
        var backwards = new ArrayList<>(inOrder(set));
        Collections.reverse(backwards);
        tellOrder("reversed", set, backwards);
        for (int seed = 1; seed <= 3; seed++) {
            var byChance = new ArrayList<>(inOrder(set));
            Collections.shuffle(byChance, new Random(seed));
            tellOrder("chance " + seed, set, byChance);
        }
    }

    private static void tellOrder(String name, LabelledSet set, List<Integer> order) {
        var records = placed(set, order).stream().map(MatchDecision::record).toList();
        System.out.printf(
                "%-28s %-10s %s   (%d union records)%n",
                "", name, Score.of(set, records), Set.copyOf(records).size());
    }

    private static List<Integer> inOrder(LabelledSet set) {
        return IntStream.range(0, set.records().size()).boxed().toList();
    }

    /** Of this thread: other work on the machine does not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static List<MatchDecision> placed(LabelledSet set) {
        return placed(set, inOrder(set));
    }

    /** @return the decisions in the order of the set */
    private static List<MatchDecision> placed(LabelledSet set, List<Integer> order) {
        var rules = MatchRules.standard();
        var numbers = new AtomicLong();
        var placement = new Placement(
                rules, new CandidatePool(rules), () -> RecordId.of(numbers.incrementAndGet()), Apart.NOTHING);
        var decisions = new MatchDecision[order.size()];
        for (int at = 0; at < decisions.length; at++) {
            var record = set.records().get(order.get(at));
            var member = new Member(
                    at,
                    new LibraryCode("l-" + Math.floorMod(record.library().hashCode(), 1_000_000_000)),
                    Completeness.of(record.description()),
                    Publication.of(record.description()));
            decisions[order.get(at)] = placement.place(member, null);
        }
        return Arrays.asList(decisions);
    }

    /** Some of what went wrong. */
    private static void tell(LabelledSet set, List<MatchDecision> ours) {
        int told = 0;
        if (set.pairs() != null) {
            for (var pair : set.pairs()) {
                boolean joined = ours.get(pair.one())
                        .record()
                        .equals(ours.get(pair.other()).record());
                if (joined != pair.same()) {
                    System.out.println((pair.same() ? "MISSED " : "WRONG ")
                            + ours.get(pair.other()).weighed());
                    System.out.println("   " + set.records().get(pair.one()).description());
                    System.out.println("   " + set.records().get(pair.other()).description());
                }
            }
            return;
        }
        int every = Integer.getInteger("every", 50);
        var firstOf = new java.util.HashMap<RecordId, Integer>();
        var firstOfTruth = new java.util.HashMap<String, Integer>();
        for (int i = 0; i < ours.size(); i++) {
            int first = firstOf.merge(ours.get(i).record(), i, (old, now) -> old);
            int truly = firstOfTruth.merge(set.records().get(i).truth(), i, (old, now) -> old);
            boolean wrong = !set.records()
                    .get(first)
                    .truth()
                    .equals(set.records().get(i).truth());
            boolean missed =
                    truly != i && !ours.get(truly).record().equals(ours.get(i).record());
            if ((wrong || missed) && told++ % every == 0) {
                int other = wrong ? first : truly;
                System.out.println((wrong ? "WRONG " : "MISSED ") + ours.get(i).why() + " "
                        + ours.get(i).weighed());
                System.out.println("   " + set.records().get(other));
                System.out.println("   " + set.records().get(i));
            }
        }
        System.out.println("   in all " + told);
    }
}
