package org.consortium.catalog.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.matching.MatchDecision;
import org.consortium.catalog.matching.MatchDecisions;
import org.consortium.catalog.matching.Matcher;
import org.consortium.catalog.matching.MatchingTurn;
import org.consortium.catalog.matching.Newcomer;
import org.consortium.catalog.matching.Publication;
import org.consortium.catalog.matching.RecordTable;
import org.consortium.core.Refusal;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.consortium.core.union.UnionRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes members' records into the union catalogue: each becomes or replaces the contribution with its library and
 * control number, finds its union record, and brings its copies. A file taken twice changes nothing.
 */
@Service
public class RecordIntake {

    private static final long NO_JOB = 0;

    private final MatchingTurn turn;
    private final Matcher matcher;
    private final MatchDecisions decisions;
    private final ContributionTable contributions;
    private final RecordTable records;
    private final CopyIntake copies;
    private final UnionRecords unionRecords;
    private final Trail trail;

    RecordIntake(
            MatchingTurn turn,
            Matcher matcher,
            MatchDecisions decisions,
            ContributionTable contributions,
            RecordTable records,
            CopyIntake copies,
            UnionRecords unionRecords,
            Trail trail) {
        this.turn = turn;
        this.matcher = matcher;
        this.decisions = decisions;
        this.contributions = contributions;
        this.records = records;
        this.copies = copies;
        this.unionRecords = unionRecords;
        this.trail = trail;
    }

    /**
     * Takes in a batch, some hundreds at a time: the statements are the same for one record and for five hundred.
     *
     * @param branch where copies stand whose location names no branch of the library
     */
    @Transactional
    public BatchOutcome take(LibraryCode library, BranchCode branch, List<MarcEntry.Readable> batch, Instant at) {
        return takeAll(library, branch, batch.stream().map(Incoming::of).toList(), NO_JOB, at);
    }

    /** @param job the import they come by: copies of a list that have no barcode are given one in its name */
    BatchOutcome takeAll(LibraryCode library, BranchCode branch, List<Incoming> batch, long job, Instant at) {
        turn.take();
        var outcome = new BatchOutcome();
        for (var part : withoutRepeats(copiesTogether(batch, outcome))) {
            var placed = takeIn(library, part, at, outcome);
            copies.take(library, branch, copies.withBarcodes(library, job, placed), at, outcome);
        }
        return outcome;
    }

    /**
     * Records a librarian has made herself, a sheet of some hundreds at a time: matched like any other, except where she
     * says which union record it is.
     *
     * @param branch where copies stand whose location names no branch of the library
     */
    @Transactional
    public BatchOutcome enter(LibraryCode library, BranchCode branch, List<RecordForm> sheet, Actor by, Instant at) {
        turn.take();
        sheet.stream().map(RecordForm::takenOver).filter(Objects::nonNull).forEach(this::mustStand);
        var incoming = sheet.stream().map(Incoming::typedIn).toList();
        var outcome = new BatchOutcome();
        for (var part : withoutRepeats(incoming)) {
            copies.take(library, branch, takeIn(library, part, at, outcome), at, outcome);
        }
        trail.note(by, at, "records-entered", "library", library, library, String.valueOf(sheet.size()));
        return outcome;
    }

    private void mustStand(RecordId record) {
        if (unionRecords
                .find(record)
                .filter(found -> found.successor().isEmpty())
                .isEmpty()) {
            throw new Refusal(UnionRefusal.RECORD_NOT_FOUND, record);
        }
    }

    /**
     * Records that stand in the catalogue, as they are read today: what reads otherwise is replaced and placed like any
     * changed record; copies nobody knew come with them.
     */
    BatchOutcome readAgain(LibraryCode library, BranchCode branch, List<Arrival.Again> batch, Instant at) {
        turn.take();
        var outcome = new BatchOutcome();
        var known = contributions.known(
                library,
                batch.stream().map(again -> again.incoming().controlNumber()).toList());
        var changed = new ArrayList<Incoming>();
        var standing = new ArrayList<Placed>();
        for (var again : batch) {
            var incoming = again.incoming();
            var before = known.get(incoming.controlNumber());
            boolean stands = before != null && before.isSameAs(incoming);
            // else it came anew or went while it was read, and is not this one any more
            outcome.note(stands && again.changed() ? Outcome.CHANGED : Outcome.UNCHANGED);
            if (stands && again.changed()) {
                changed.add(incoming);
                incoming.warnings().forEach(warning -> outcome.warn(IntakeWarning.of(incoming, warning)));
            } else if (stands) {
                standing.add(new Placed(before.id(), incoming, before, MatchDecision.takenOver(before.record())));
            }
        }
        var placed = place(library, changed, known);
        store(library, placed, Map.of(), at, outcome);
        standing.addAll(placed);
        copies.takeAgain(library, branch, standing, at, outcome);
        return outcome;
    }

    /** Lines of a list that say the same of a title and differ in its copies are one record with these copies. */
    private static List<Incoming> copiesTogether(List<Incoming> batch, BatchOutcome outcome) {
        Map<List<String>, Incoming> together = new LinkedHashMap<>();
        for (var incoming : batch) {
            var same = incoming.isListed()
                    ? List.of(incoming.controlNumber(), incoming.hash())
                    : List.of(String.valueOf(together.size()));
            if (together.containsKey(same)) {
                outcome.note(Outcome.UNCHANGED);
                incoming.warnings().forEach(warning -> outcome.warn(IntakeWarning.of(incoming, warning)));
            }
            together.merge(same, incoming, Incoming::withCopiesOf);
        }
        return List.copyOf(together.values());
    }

    /** A control number that comes twice in one batch: the second replaces the first, as it would in the next batch. */
    private static List<List<Incoming>> withoutRepeats(List<Incoming> batch) {
        var parts = new ArrayList<List<Incoming>>();
        var numbers = new HashSet<String>();
        for (var incoming : batch) {
            boolean repeated = !numbers.add(incoming.controlNumber());
            if (repeated || parts.isEmpty()) {
                parts.add(new ArrayList<>());
                numbers.clear();
                numbers.add(incoming.controlNumber());
            }
            parts.get(parts.size() - 1).add(incoming);
        }
        return parts;
    }

    private List<Placed> takeIn(LibraryCode library, List<Incoming> batch, Instant at, BatchOutcome outcome) {
        var known = contributions.known(library, numbers(batch));
        var arriving = new ArrayList<Incoming>();
        var leaving = new LinkedHashMap<Known, Incoming>();
        var staying = new ArrayList<Placed>();
        for (var incoming : batch) {
            var before = known.get(incoming.controlNumber());
            var becomes = outcome(incoming, before);
            outcome.note(becomes);
            incoming.warnings().forEach(warning -> outcome.warn(IntakeWarning.of(incoming, warning)));
            if (becomes == Outcome.WITHDRAWN) {
                leaving.put(before, incoming);
            } else if (becomes != Outcome.UNCHANGED) {
                arriving.add(incoming);
            } else if (before == null) {
                outcome.warn(IntakeWarning.of(incoming, IntakeWarning.Kind.DELETED_UNKNOWN, ""));
            } else if (incoming.isListed() && !incoming.deleted()) {
                // the same title again, with its next copy
                staying.add(new Placed(before.id(), incoming, before, MatchDecision.takenOver(before.record())));
            }
        }
        var placed = place(library, arriving, known);
        store(library, placed, leaving, at, outcome);
        placed.stream()
                .filter(one -> one.incoming().isListed() && !one.decision().joined())
                .forEach(one ->
                        outcome.warn(IntakeWarning.of(one.incoming(), IntakeWarning.Kind.BRIEF_RECORD, one.title())));
        staying.addAll(placed);
        return staying;
    }

    private static List<String> numbers(List<Incoming> batch) {
        return batch.stream().map(Incoming::controlNumber).toList();
    }

    private static Outcome outcome(Incoming incoming, Known before) {
        if (incoming.deleted()) {
            return before == null || before.withdrawn() ? Outcome.UNCHANGED : Outcome.WITHDRAWN;
        }
        if (before == null) {
            return Outcome.ADDED;
        }
        return before.isSameAs(incoming) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private List<Placed> place(LibraryCode library, List<Incoming> arriving, Map<String, Known> known) {
        if (arriving.isEmpty()) {
            return List.of();
        }
        var freshRecords = records.freshIds(arriving.size()).iterator();
        var freshContributions = contributions.freshIds(arriving.size()).iterator();
        var newcomers = new ArrayList<Newcomer>(arriving.size());
        var toDecide = new ArrayList<Newcomer>(arriving.size());
        for (var incoming : arriving) {
            var before = known.get(incoming.controlNumber());
            var newcomer = before == null
                    ? Newcomer.of(incoming.publication(), freshContributions.next())
                    : new Newcomer(incoming.publication(), before.id(), before.record());
            newcomers.add(newcomer);
            if (incoming.takenOver() == null) {
                toDecide.add(newcomer);
            }
        }
        var decided = matcher.decide(library, toDecide, freshRecords::next).iterator();
        var placed = new ArrayList<Placed>(arriving.size());
        for (int i = 0; i < arriving.size(); i++) {
            var incoming = arriving.get(i);
            var decision =
                    incoming.takenOver() == null ? decided.next() : MatchDecision.takenOver(incoming.takenOver());
            var before = known.get(incoming.controlNumber());
            placed.add(new Placed(newcomers.get(i).contribution(), incoming, before, decision));
        }
        return placed;
    }

    private void store(
            LibraryCode library, List<Placed> placed, Map<Known, Incoming> leaving, Instant at, BatchOutcome outcome) {
        var touched = new LinkedHashSet<RecordId>();
        if (!placed.isEmpty()) {
            begin(placed, at);
            contributions.write(library, placed, at);
            decisions.note(made(placed), at);
        }
        for (var one : placed) {
            if (!one.begins()) {
                touched.add(one.record());
            }
            if (one.moves()) {
                touched.add(one.before().record());
            }
            if (one.isNew() && one.decision().joined()) {
                outcome.join();
            }
        }
        if (!leaving.isEmpty()) {
            leave(leaving.keySet(), at)
                    .forEach((known, out) -> outcome.warn(IntakeWarning.of(
                            leaving.get(known), IntakeWarning.Kind.COPIES_STILL_OUT, String.valueOf(out))));
            leaving.keySet().forEach(known -> touched.add(known.record()));
        }
        if (!touched.isEmpty()) {
            records.elect(touched, publications(placed), at);
            records.redirectEmptied(moves(placed), at);
        }
    }

    private void begin(List<Placed> placed, Instant at) {
        Map<RecordId, Long> begun = new LinkedHashMap<>();
        for (var one : placed) {
            if (one.begins()) {
                begun.put(one.record(), one.id());
            }
        }
        records.begin(begun, publications(placed), at);
    }

    private static Map<Long, Publication> publications(List<Placed> placed) {
        return placed.stream()
                .collect(Collectors.toMap(Placed::id, one -> one.incoming().publication()));
    }

    private static Map<RecordId, RecordId> moves(List<Placed> placed) {
        Map<RecordId, RecordId> moves = new LinkedHashMap<>();
        placed.stream()
                .filter(Placed::moves)
                .forEach(one -> moves.putIfAbsent(one.before().record(), one.record()));
        return moves;
    }

    /** Withdraws contributions and their copies; tells of how many copies each one has that are out. */
    private Map<Known, Integer> leave(Collection<Known> leaving, Instant at) {
        contributions.withdraw(leaving, at);
        return copies.withdraw(leaving, at);
    }

    private static List<MatchDecisions.Made> made(List<Placed> placed) {
        return placed.stream()
                .map(one -> new MatchDecisions.Made(one.id(), one.incoming().publication(), one.decision()))
                .toList();
    }

    /** One record that was typed in, not sent as a file: matched and stored like any other. */
    @Transactional
    public Added add(LibraryCode library, String controlNumber, Description description, Actor by, Instant at) {
        var incoming = Incoming.typedIn(new RecordForm(controlNumber, description, null, List.of()));
        turn.take();
        var outcome = new BatchOutcome();
        var placed = takeIn(library, List.of(incoming), at, outcome);
        if (placed.isEmpty()) {
            var same = contributions
                    .known(library, List.of(incoming.controlNumber()))
                    .get(incoming.controlNumber());
            return new Added(same.id(), same.record(), Outcome.UNCHANGED, true);
        }
        var one = placed.get(0);
        var became = one.isNew() ? Outcome.ADDED : Outcome.CHANGED;
        trail.note(
                by,
                at,
                one.isNew() ? "record-added" : "record-changed",
                "record",
                one.record(),
                library,
                controlNumber);
        return new Added(one.id(), one.record(), became, one.decision().joined());
    }

    /** The library no longer holds the title; its copies on the shelf go with it. */
    @Transactional
    public void withdraw(LibraryCode library, String controlNumber, Actor by, Instant at) {
        turn.take();
        var known = contributions.known(library, List.of(controlNumber)).get(controlNumber);
        if (known == null || known.withdrawn()) {
            throw new Refusal(IntakeRefusal.CONTRIBUTION_NOT_FOUND, controlNumber);
        }
        leave(List.of(known), at);
        records.elect(List.of(known.record()), Map.of(), at);
        trail.note(by, at, "record-withdrawn", "record", known.record(), library, controlNumber);
    }
}
