package org.consortium.catalog.harvest;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.consortium.catalog.harvest.OaiPage.Harvested;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.core.OwnThread;
import org.consortium.core.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches what is due in the background, page by page into a file; then the file is an import. A page that is kept is
 * never asked for again, also after a crash.
 */
@Component
public class HarvestRunner {

    private static final Logger log = LoggerFactory.getLogger(HarvestRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] OPENING = "<collection>\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CLOSING = "</collection>\n".getBytes(StandardCharsets.UTF_8);

    private final HarvestStep step;
    private final OaiClient client;
    private final IntakeDesk imports;
    private final Clock clock;
    private final Path folder;
    private final OwnThread thread = new OwnThread("harvest");
    private volatile boolean stopping;

    HarvestRunner(
            HarvestStep step,
            OaiClient client,
            IntakeDesk imports,
            Clock clock,
            @Value("${consortium.home}") Path home) {
        this.step = step;
        this.client = client;
        this.imports = imports;
        this.clock = clock;
        this.folder = home.resolve("harvests");
    }

    @Scheduled(fixedDelayString = "${consortium.harvest.look-every:15s}")
    void look() {
        thread.runUnlessBusy(this::runAll);
    }

    /** Works until nothing is due; returns how many runs it had in hand. */
    public int runAll() {
        step.settle();
        int runs = 0;
        for (var next = step.claim(); next.isPresent() && !stopping; next = step.claim()) {
            run(next.get());
            runs++;
        }
        return runs;
    }

    private void run(HarvestWork work) {
        var file = folder.resolve(work.file());
        try {
            Files.createDirectories(folder);
            fetch(work, file);
        } catch (OaiClient.GivenUp cancelled) {
            giveUp(work, file);
        } catch (Refusal no) {
            step.fail(
                    work,
                    no.reason().code(),
                    no.arguments().isEmpty()
                            ? ""
                            : String.valueOf(no.arguments().get(0)));
            remove(file);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** What another node has taken over goes on with the file, if it lies there. */
    private void giveUp(HarvestWork work, Path file) {
        if (stopping) {
            step.release(work);
        } else if (step.isOver(work)) {
            remove(file);
        }
    }

    private void fetch(HarvestWork work, Path file) throws IOException {
        var address = work.harvest().settings().address();
        var token = Files.exists(file) && Files.size(file) >= work.bytes() ? work.token() : "";
        if (token.isEmpty()) {
            step.beginAgain(work);
        }
        var granularity = ask(work, address, Map.of("verb", "Identify")).granularity();
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(token.isEmpty() ? 0 : work.bytes());
            out.position(out.size());
            fetch(work, address, granularity, token, out);
        }
    }

    private void fetch(HarvestWork work, URI address, String granularity, String goingOn, FileChannel out)
            throws IOException {
        var token = goingOn;
        boolean again = false;
        do {
            var asked = clock.instant();
            var page = ask(work, address, token.isEmpty() ? question(work, granularity) : more(token));
            if (page.error().equals("badResumptionToken") && !again) {
                again = true;
                token = "";
                step.beginAgain(work);
                out.truncate(0);
                continue;
            }
            if (!page.error().isEmpty() && !page.error().equals("noRecordsMatch")) {
                throw new Refusal(HarvestRefusal.HARVEST_ANSWER, page.error());
            }
            if (page.token().equals(token) && !token.isEmpty()) {
                throw new Refusal(HarvestRefusal.HARVEST_ANSWER, "the same resumptionToken again");
            }
            token = keep(work, page, Checkpoint.after(page.responseDate(), granularity, asked), out);
        } while (!token.isEmpty() || out.position() == 0);
        hand(work, out);
    }

    private OaiPage ask(HarvestWork work, URI address, Map<String, String> question) {
        return client.ask(address, question, () -> !stopping && step.goesOn(work));
    }

    private static Map<String, String> question(HarvestWork work, String granularity) {
        var question = new LinkedHashMap<String, String>();
        var settings = work.harvest().settings();
        question.put("verb", "ListRecords");
        question.put("metadataPrefix", settings.format());
        if (!settings.set().isEmpty()) {
            question.put("set", settings.set());
        }
        if (work.since() != null) {
            question.put("from", Checkpoint.asked(work.since(), granularity));
        }
        return question;
    }

    private static Map<String, String> more(String token) {
        var question = new LinkedHashMap<String, String>();
        question.put("verb", "ListRecords");
        question.put("resumptionToken", token);
        return question;
    }

    /** The file first, then the database: what the file has more than the database knows is cut off after a crash. */
    private String keep(HarvestWork work, OaiPage page, Instant reached, FileChannel out) throws IOException {
        if (out.position() == 0) {
            write(out, OPENING);
        }
        write(out, marc(work, page).getBytes(StandardCharsets.UTF_8));
        out.force(false);
        if (stopping || !step.keep(work, page.records(), page.token(), reached, out.position())) {
            throw new OaiClient.GivenUp();
        }
        return page.token();
    }

    private String marc(HarvestWork work, OaiPage page) {
        var deleted = page.records().stream()
                .filter(Harvested::deleted)
                .map(Harvested::identifier)
                .toList();
        var numbers = step.controlNumbers(work, deleted);
        var text = new StringBuilder();
        for (var record : page.records()) {
            text.append(
                    record.deleted()
                            ? MarcCopy.deleted(numbers.getOrDefault(record.identifier(), lastPart(record.identifier())))
                            : record.marc());
        }
        return text.toString();
    }

    /** Of oai:library.example:000123 the number, where the record never came. */
    private static String lastPart(String identifier) {
        return identifier.substring(Math.max(identifier.lastIndexOf(':'), identifier.lastIndexOf('/')) + 1);
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            out.write(buffer);
        }
    }

    private void hand(HarvestWork work, FileChannel out) throws IOException {
        boolean nothing = out.position() == OPENING.length;
        write(out, CLOSING);
        out.force(true);
        out.close();
        var file = folder.resolve(work.file());
        if (nothing) {
            step.hand(work, Optional.empty());
            remove(file);
        } else {
            imports.startHarvested(
                    work.harvest().library(),
                    work.harvest().settings().branch(),
                    work.harvest().settings().address().getHost(),
                    file,
                    work.harvest().settings().family(),
                    job -> step.hand(work, Optional.of(job)));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("The harvest {} stays: {}", file.getFileName(), e.toString());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        thread.stop(PATIENCE);
    }
}
