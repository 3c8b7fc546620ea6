package org.consortium.catalog.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.consortium.core.Refusal;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.member.OwnBranches;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Description;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where what a library has sent is read again: more is made of a field than when it came, or the library has said since
 * in which field its copies stand. An import like any other, whose file is the catalogue.
 */
@Service
public class RereadingDesk {

    private static final int SAMPLE = 200;
    private static final int EXAMPLES = 20;

    /** What may read otherwise, by the names the fields have where descriptions are compared. */
    private static final Map<String, Function<Description, Object>> FIELDS = fields();

    private final Libraries libraries;
    private final OwnBranches branches;
    private final StoredRecords stored;
    private final CopyTable copies;
    private final ItemFields items;
    private final IntakeJobs jobs;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RereadingDesk(
            Libraries libraries,
            OwnBranches branches,
            StoredRecords stored,
            CopyTable copies,
            ItemFields items,
            IntakeJobs jobs,
            Trail trail,
            Clock clock,
            TransactionTemplate transaction) {
        this.libraries = libraries;
        this.branches = branches;
        this.stored = stored;
        this.copies = copies;
        this.items = items;
        this.jobs = jobs;
        this.trail = trail;
        this.clock = clock;
        this.transaction = transaction;
    }

    private static Map<String, Function<Description, Object>> fields() {
        Map<String, Function<Description, Object>> fields = new LinkedHashMap<>();
        fields.put("title", Description::title);
        fields.put("subtitle", Description::subtitle);
        fields.put("part", Description::part);
        fields.put("other-titles", Description::otherTitles);
        fields.put("names", Description::names);
        fields.put("responsibility", Description::responsibility);
        fields.put("edition", Description::edition);
        fields.put("publisher", said -> said.place() + "|" + said.publisher());
        fields.put("year", Description::year);
        fields.put("extent", Description::extent);
        fields.put("series", Description::series);
        fields.put("numbers", Description::identifiers);
        fields.put("language", Description::languages);
        fields.put("format", Description::format);
        fields.put("class", Description::classNumbers);
        fields.put("subjects", Description::subjects);
        fields.put("notes", said -> said.notes() + "|" + said.summary());
        fields.put("links", Description::links);
        return fields;
    }

    /**
     * Reads all a library has sent in MARC again, in the background; other imports go before it.
     *
     * @throws Refusal when that is under way, or the library is not the member of staff's
     */
    public IntakeJob start(LibraryCode library, Staff by) {
        return start(among(library, by), by);
    }

    private Library among(LibraryCode library, Staff by) {
        if (!by.library().equals(library) && !by.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, library);
        }
        return libraries.required(library);
    }

    /** Of every library that takes part, has sent something and is not being read again already. */
    public List<IntakeJob> startAll(Staff by) {
        if (!by.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, "");
        }
        var begun = new ArrayList<IntakeJob>();
        for (var library : libraries.inOrder()) {
            if (library.takesPart() && !jobs.isReadAgain(library.code()) && stored.count(library.code()) > 0) {
                begun.add(start(library, by));
            }
        }
        return begun;
    }

    private IntakeJob start(Library library, Staff by) {
        if (!library.takesPart()) {
            throw new Refusal(MemberRefusal.LIBRARY_SUSPENDED, library.name());
        }
        var branch = branches.main(library.code()).orElseThrow(() -> new Refusal(MemberRefusal.BRANCH_NOT_FOUND, ""));
        var records = stored.count(library.code());
        var at = clock.instant();
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var job = jobs.addRereading(library.code(), branch.code(), records, by, branch.today(at), at);
                trail.note(by.actor(), at, "rereading-started", "import", job.number(), library.code(), "");
                return job;
            }));
        } catch (DuplicateKeyException underWay) {
            throw new Refusal(IntakeRefusal.REREADING_UNDER_WAY, library.name());
        }
    }

    /**
     * What reading again would change, told by some records taken by chance.
     *
     * @param records how many there are in all
     * @param looked how many were looked at
     * @param changed how many of these read otherwise
     * @param unreadable how many of these cannot be read any more; they would stay as they are
     * @param fields how often each field reads otherwise, by the end of the message key that names it
     * @param copies how many copies they tell of that are not known yet
     */
    public record Sample(
            long records,
            int looked,
            int changed,
            int unreadable,
            Map<String, Integer> fields,
            int copies,
            List<Example> examples) {}

    /** A record that reads otherwise, and in what. */
    public record Example(String controlNumber, String title, List<String> fields) {}

    public Sample sample(LibraryCode library, Staff by) {
        var of = among(library, by).code();
        var reading = stored.reading(items.of(of).orElse(null));
        Map<String, Integer> counts = new LinkedHashMap<>();
        var examples = new ArrayList<Example>();
        var barcodes = new ArrayList<Barcode>();
        var looked = stored.byChance(of, SAMPLE);
        int changed = 0;
        int unreadable = 0;
        for (var record : looked) {
            if (!(record.again(reading, 1) instanceof Arrival.Again again)) {
                unreadable++;
                continue;
            }
            barcodes.addAll(barcodes(again.incoming()));
            var otherwise = otherwise(record.said(), again.incoming().description());
            if (!otherwise.isEmpty()) {
                changed++;
                otherwise.forEach(field -> counts.merge(field, 1, Integer::sum));
                if (examples.size() < EXAMPLES) {
                    examples.add(new Example(
                            record.controlNumber(),
                            again.incoming().description().fullTitle(),
                            otherwise));
                }
            }
        }
        int fresh = barcodes.size() - copies.existing(of, barcodes).size();
        return new Sample(stored.count(of), looked.size(), changed, unreadable, inOrder(counts), fresh, examples);
    }

    private static List<String> otherwise(Description before, Description now) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(before), field.getValue().apply(now)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Barcode> barcodes(Incoming incoming) {
        return incoming.items().stream()
                .map(item -> barcode(item.barcode()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<Barcode> barcode(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(new Barcode(text));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> inOrder(Map<String, Integer> counts) {
        Map<String, Integer> inOrder = new LinkedHashMap<>();
        FIELDS.keySet().stream().filter(counts::containsKey).forEach(field -> inOrder.put(field, counts.get(field)));
        return inOrder;
    }
}
