import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Twenty members send their records while the program, or the program and its database, are killed (kill -9) again and again at
 * moments chosen by chance. In the end all must be as if nothing had happened: every record once, every copy once, all to be
 * found, and the same files sent again change nothing.
 */
final class Crash {

    private static final int RECORDS = 20_000;
    private static final int KILLS = 4;
    private static final int EARLIEST = 200;
    private static final int LATEST = 2_500;

    private final Path jar;
    private final Path folder;
    private final List<Intake.Sent> files;
    private int atWork;

    private Crash(Path jar, Path folder, List<Intake.Sent> files) {
        this.jar = jar;
        this.folder = folder;
        this.files = files;
    }

    /** What stands there in the end. */
    private record Outcome(int added, int joined, int copies, int found, int again) {}

    public static void main(String[] arguments) throws Exception {
        var trials = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory(Path.of(arguments[2]), "crash");
        var files = Intake.write(RECORDS, 1, Books.KNOWN, folder);
        var crash = new Crash(Path.of(arguments[0]), folder, files);
        var undisturbed = crash.trial(0, 0);
        System.out.printf("undisturbed: %s%n", undisturbed);
        var wrong = 0;
        for (var trial = 1; trial <= trials; trial++) {
            var outcome = crash.trial(trial, KILLS);
            wrong += outcome.equals(undisturbed) ? 0 : 1;
            System.out.printf("trial %d: %s%n", trial, outcome.equals(undisturbed) ? "the same" : outcome);
        }
        System.out.printf("%d trials, %d times killed, %d of them while records came in: %d trials with another outcome than undisturbed%n", trials, trials * KILLS, crash.atWork, wrong);
        Intake.remove(folder);
        System.exit(wrong == 0 ? 0 : 1);
    }

    private Outcome trial(int seed, int kills) throws Exception {
        var home = Files.createDirectory(folder.resolve("home" + seed));
        var intake = new Intake(jar, home, Intake.freePort());
        var chance = new Random(seed);
        try {
            intake.start();
            intake.found(files);
            var jobs = sent(intake);
            for (var kill = 0; kill < kills; kill++) {
                Thread.sleep(EARLIEST + chance.nextInt(LATEST - EARLIEST));
                atWork += intake.isFinished(jobs.get(jobs.size() - 1)) ? 0 : 1;
                intake.kill(chance.nextBoolean());
                intake.start();
            }
            var outcome = outcome(intake, jobs);
            Intake.remove(stopped(intake, home));
            return outcome;
        } finally {
            intake.stop();
        }
    }

    private static Path stopped(Intake intake, Path home) throws InterruptedException {
        intake.stop();
        return home;
    }

    private List<String> sent(Intake intake) throws Exception {
        var jobs = new ArrayList<String>();
        for (var file : files) {
            jobs.add(intake.send(file));
        }
        return jobs;
    }

    private Outcome outcome(Intake intake, List<String> jobs) throws Exception {
        var added = 0;
        var joined = 0;
        var copies = 0;
        for (var job : jobs) {
            var done = intake.finished(job);
            added += Intake.number(done, "added");
            joined += Intake.number(done, "joined");
            copies += Intake.number(done, "copies");
        }
        var found = settled(intake, added - joined);
        var again = 0;
        for (var job : sent(intake)) {
            var done = intake.finished(job);
            again += Intake.number(done, "added") + Intake.number(done, "changed") + Intake.number(done, "copies");
        }
        return new Outcome(added, joined, copies, found, again);
    }

    /** The index has a minute to show all that is stored. */
    private static int settled(Intake intake, int records) throws Exception {
        for (var begin = System.nanoTime(); intake.found() != records && Intake.seconds(begin) < 60; ) {
            Thread.sleep(200);
        }
        return intake.found();
    }
}
