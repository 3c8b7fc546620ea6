package org.consortium.catalog.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Contributions;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.RecordLocks;
import org.consortium.core.union.UnionRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where librarians put right what matching has joined or left apart. What they say stands whatever the members send
 * later; copies, requests and old ids follow, and everything can be undone.
 */
@Service
public class MatchDesk {

    private final MatchingTurn turn;
    private final RecordLocks locks;
    private final UnionRecords records;
    private final RecordTable table;
    private final Moving moving;
    private final VerdictTable verdicts;
    private final MatchActs acts;
    private final MatchQuestions questions;
    private final Contributions contributions;
    private final Trail trail;

    MatchDesk(
            MatchingTurn turn,
            RecordLocks locks,
            UnionRecords records,
            RecordTable table,
            Moving moving,
            VerdictTable verdicts,
            MatchActs acts,
            MatchQuestions questions,
            Contributions contributions,
            Trail trail) {
        this.turn = turn;
        this.locks = locks;
        this.records = records;
        this.table = table;
        this.moving = moving;
        this.verdicts = verdicts;
        this.acts = acts;
        this.questions = questions;
        this.contributions = contributions;
        this.trail = trail;
    }

    /**
     * The two are one publication. The record with more contributions keeps its id, among equals the older; the other id
     * redirects.
     *
     * @return the record that is left
     */
    @Transactional
    public RecordId merge(RecordId one, RecordId other, String reason, Staff by, Instant at) {
        turn.take();
        mustConcern(by, one, other);
        join(one, other, reason, by, at);
        return records.required(one).id();
    }

    /** @return the act */
    private long join(RecordId one, RecordId other, String reason, Staff by, Instant at) {
        var first = records.required(one);
        var second = records.required(other);
        if (first.id().equals(second.id())) {
            throw new Refusal(MatchRefusal.RECORDS_ARE_ONE, first.id());
        }
        locks.take(List.of(first.id(), second.id()));
        boolean firstStays = moving.staysBefore(first, second);
        var stays = firstStays ? first.id() : second.id();
        var goes = firstStays ? second.id() : first.id();
        var said = Verdict.across(ids(stays), ids(goes), true, Verdict.SAME);
        var redirects = moving.redirectsTo(goes);
        var before = new MatchActs.Before(moving.places(ids(goes)), redirects, verdicts.among(said));
        moving.allRequests(goes, stays);
        moving.contributions(ids(goes), stays, at);
        moving.redirect(with(redirects, goes), stays, at);
        table.elect(List.of(stays), Map.of(), at);
        long act = acts.note(MatchAct.Kind.MERGE, stays, goes, reason, before, by, at);
        verdicts.say(said, act, at);
        trail.note(by.actor(), at, "records-merged", "record", stays, null, goes + " " + reason);
        return act;
    }

    /** Whether she may say anything about these: her library contributes to one of them, or she acts for the council. */
    public boolean mayDecide(Staff by, RecordId... about) {
        return by.is(Role.COUNCIL_ADMIN)
                || Arrays.stream(about)
                        .map(records::required)
                        .anyMatch(record -> moving.isContributedTo(record.id(), by.library()));
    }

    private void mustConcern(Staff by, RecordId... about) {
        if (!mayDecide(by, about)) {
            throw new Refusal(MatchRefusal.RECORDS_OF_OTHERS);
        }
    }

    private List<Long> ids(RecordId record) {
        return moving.parts(record).stream().map(Moving.Part::id).toList();
    }

    private static List<String> with(List<String> redirects, RecordId one) {
        var all = new ArrayList<>(redirects);
        all.add(one.value());
        return all;
    }

    /**
     * Some of its contributions are another publication. The id stays with the part that keeps most contributions, among
     * equals with the one that has the elected; requests go with the copy that is on its way, else they stay.
     *
     * @param leaving the contributions that do not belong with the others
     * @return the new record
     */
    @Transactional
    public RecordId split(RecordId record, Set<Long> leaving, String reason, Staff by, Instant at) {
        turn.take();
        var from = records.required(record).id();
        mustConcern(by, from);
        locks.take(from);
        var parts = moving.parts(from);
        var all = parts.stream().map(Moving.Part::id).collect(Collectors.toSet());
        if (!all.containsAll(leaving)) {
            throw new Refusal(MatchRefusal.CONTRIBUTION_ELSEWHERE, from);
        }
        var staying = new HashSet<>(all);
        staying.removeAll(leaving);
        if (live(parts, leaving) == 0 || live(parts, staying) == 0) {
            throw new Refusal(MatchRefusal.SPLIT_NEEDS_TWO_PARTS, from);
        }
        var moved = keepsTheId(parts, leaving, staying) ? staying : leaving;
        var kept = moved == staying ? leaving : staying;
        var said = Verdict.across(kept, moved, false, Verdict.APART);
        var before = new MatchActs.Before(moving.places(moved), List.of(), verdicts.among(said));
        var to = begin(moved, at);
        moving.contributions(moved, to, at);
        moving.requestsWithCopies(from, to);
        table.elect(List.of(from, to), Map.of(), at);
        long act = acts.note(MatchAct.Kind.SPLIT, from, to, reason, before, by, at);
        verdicts.say(said, act, at);
        trail.note(by.actor(), at, "record-split", "record", from, null, to + " " + reason);
        return to;
    }

    private static long live(List<Moving.Part> parts, Set<Long> among) {
        return parts.stream()
                .filter(part -> !part.withdrawn() && among.contains(part.id()))
                .count();
    }

    private static boolean keepsTheId(List<Moving.Part> parts, Set<Long> leaving, Set<Long> staying) {
        long leave = live(parts, leaving);
        long stay = live(parts, staying);
        return leave > stay
                || leave == stay && parts.stream().anyMatch(part -> part.elected() && leaving.contains(part.id()));
    }

    private RecordId begin(Collection<Long> moved, Instant at) {
        var to = table.freshIds(1).get(0);
        long first = moved.stream().min(Long::compare).orElseThrow();
        Map<Long, Publication> shown = new HashMap<>();
        shown.put(first, Publication.of(contributions.find(first).orElseThrow().description()));
        table.begin(Map.of(to, first), shown, at);
        return to;
    }

    /** They are not the same, and no import may join them. */
    @Transactional
    public void keepApart(RecordId one, RecordId other, String reason, Staff by, Instant at) {
        turn.take();
        mustConcern(by, one, other);
        part(one, other, Verdict.APART, reason, by, at);
    }

    private long part(RecordId one, RecordId other, String kind, String reason, Staff by, Instant at) {
        var first = records.required(one).id();
        var second = records.required(other).id();
        if (first.equals(second)) {
            throw new Refusal(MatchRefusal.RECORDS_ARE_ONE, first);
        }
        var said = Verdict.across(ids(first), ids(second), false, kind);
        var before = new MatchActs.Before(Map.of(), List.of(), verdicts.among(said));
        long act = acts.note(MatchAct.Kind.KEEP_APART, first, second, reason, before, by, at);
        verdicts.say(said, act, at);
        trail.note(by.actor(), at, "records-kept-apart", "record", first, null, second + " " + reason);
        return act;
    }

    /** What the review queue asked. */
    @Transactional
    public void answer(long question, MatchAnswer answer, Staff by, Instant at) {
        turn.take();
        var asked = questions.open(question);
        if (!mayDecide(by, asked.one(), asked.other())) {
            throw new Refusal(MatchRefusal.QUESTION_NOT_FOUND, question);
        }
        Long act = null;
        switch (answer) {
            case SAME -> act = join(asked.one(), asked.other(), "", by, at);
            case OTHER_EDITION, OTHER_VOLUME -> act = part(asked.one(), asked.other(), answer.name(), "", by, at);
            case NOT_SURE -> noteOn(asked.one(), asked.other(), "records-not-sure", by, at);
        }
        questions.answered(question, answer, act, by, at);
    }

    private void noteOn(RecordId one, RecordId other, String action, Staff by, Instant at) {
        trail.note(by.actor(), at, action, "record", one, null, other.value());
    }

    /** The question is asked again, and what the answer did is undone. */
    @Transactional
    public void takeBackAnswer(long question, Staff by, Instant at) {
        turn.take();
        var answered = questions.answer(question).orElseThrow(() -> new Refusal(MatchRefusal.QUESTION_OPEN, question));
        if (answered.act().isPresent()) {
            undo(answered.act().get(), by, at);
        } else {
            mustConcern(by, answered.one(), answered.other());
            questions.askAgain(question);
            noteOn(answered.one(), answered.other(), "answer-taken-back", by, at);
        }
    }

    /** As it was before, as far as nobody has moved the same contributions since. */
    @Transactional
    public void undo(long id, Staff by, Instant at) {
        turn.take();
        var act = acts.find(id).orElseThrow(() -> new Refusal(MatchRefusal.ACT_NOT_FOUND, id));
        if (!act.stands()) {
            throw new Refusal(MatchRefusal.ACT_UNDONE, id);
        }
        mustConcern(by, act.record(), act.other());
        locks.take(List.of(act.record(), act.other()));
        var before = acts.before(id);
        switch (act.kind()) {
            case MERGE -> takeApart(act, before, at);
            case SPLIT -> putTogether(act, before, at);
            case KEEP_APART -> {}
        }
        verdicts.takeBack(id);
        verdicts.say(before.verdicts(), null, at);
        acts.undone(id, by, at);
        questions.askAgainAfter(id);
        trail.note(
                by.actor(),
                at,
                "match-undone",
                "record",
                act.record(),
                null,
                act.kind().name().toLowerCase(Locale.ROOT) + " " + act.other());
    }

    private void takeApart(MatchAct act, MatchActs.Before before, Instant at) {
        mustBeIn(act.record(), before);
        moving.redirect(List.of(act.other().value()), null, at);
        moving.contributions(before.contributions().keySet(), act.other(), at);
        moving.redirect(before.redirects(), act.other(), at);
        moving.requestsWithCopies(act.record(), act.other());
        table.elect(List.of(act.record(), act.other()), Map.of(), at);
    }

    private void putTogether(MatchAct act, MatchActs.Before before, Instant at) {
        mustBeIn(act.other(), before);
        boolean emptied = before.contributions().keySet().containsAll(ids(act.other()));
        if (emptied) {
            moving.allRequests(act.other(), act.record());
        }
        moving.contributions(before.contributions().keySet(), act.record(), at);
        if (emptied) {
            moving.redirect(with(moving.redirectsTo(act.other()), act.other()), act.record(), at);
        } else {
            moving.requestsWithCopies(act.other(), act.record());
        }
        table.elect(List.of(act.record(), act.other()), Map.of(), at);
    }

    private void mustBeIn(RecordId record, MatchActs.Before before) {
        boolean moved = moving.places(before.contributions().keySet()).values().stream()
                .anyMatch(place -> !place.equals(record.value()));
        if (moved
                || records.find(record)
                        .filter(found -> found.successor().isEmpty())
                        .isEmpty()) {
            throw new Refusal(MatchRefusal.ACT_OVERTAKEN, record);
        }
    }
}
