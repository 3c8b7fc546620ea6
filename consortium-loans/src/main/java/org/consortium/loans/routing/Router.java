package org.consortium.loans.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.ill.Candidate;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.policy.Asker;
import org.consortium.core.policy.Item;
import org.consortium.core.policy.Policy;
import org.consortium.core.policy.PolicyRefusal;
import org.consortium.core.policy.Rules;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds who could lend a record to a reader, and in which order they are asked. The pickup library's own shelf comes first;
 * then points decide, at most 100: how soon the copy can leave (40), how near it is (30), how little the lender has to do
 * (15), and whether it has taken more than it gave (15). Equals take turns: whoever was not asked for longest is next.
 */
@Component
public class Router {

    private static final int MOST_AVAILABILITY = 40;
    private static final int POINTS_A_DAY = 8;
    private static final int MOST_DISTANCE = 30;
    private static final int KILOMETRES_A_POINT = 2;
    private static final int UNKNOWN_DISTANCE = 10;
    private static final int MOST_LOAD = 15;
    private static final int MOST_FAIRNESS = 15;
    private static final int EVEN_FAIRNESS = 7;
    private static final int COPIES_A_POINT = 3;

    private final JdbcClient jdbc;
    private final Branches branches;
    private final Policy policy;
    private final LenderWork lenderWork;

    Router(JdbcClient jdbc, Branches branches, Policy policy, LenderWork lenderWork) {
        this.jdbc = jdbc;
        this.branches = branches;
        this.policy = policy;
        this.lenderWork = lenderWork;
    }

    /** A copy that has just come in at a desk: it counts as free, and as being there. */
    public record InHand(long copy, BranchCode here) {}

    /** @param saidNo libraries that were asked for this request before and are not asked again */
    public Routing weigh(
            Asker reader,
            RecordId record,
            Branch pickup,
            Collection<LibraryCode> saidNo,
            Optional<InHand> inHand,
            Instant now) {
        var held = heldOf(record, inHand);
        if (held.isEmpty()) {
            return new Routing(List.of());
        }
        var byLibrary =
                held.stream().collect(Collectors.groupingBy(Held::library, LinkedHashMap::new, Collectors.toList()));
        var places =
                branches
                        .withCalendars(held.stream()
                                .map(copy -> copy.branch().value())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Branch::code, Function.identity()));
        var startOfDay = pickup.today(now).atStartOfDay(pickup.zone()).toInstant();
        var work = lenderWork.of(byLibrary.keySet(), startOfDay, now);
        var question = new Question(reader, pickup, policy.rules(), saidNo, pickup.today(now), now, places, work);
        var weighed = new ArrayList<Routing.Weighed>();
        byLibrary.forEach((library, copies) -> weighed.add(weigh(library, copies, question)));
        weighed.sort(order(pickup.library(), work));
        return new Routing(weighed);
    }

    private record Question(
            Asker reader,
            Branch pickup,
            Rules rules,
            Collection<LibraryCode> saidNo,
            LocalDate today,
            Instant now,
            Map<BranchCode, Branch> places,
            Map<LibraryCode, LenderWork.Work> work) {

        private Double kilometres(Held copy) {
            return places.get(copy.branch()).kilometresTo(pickup).orElse(null);
        }
    }

    private static Routing.Weighed weigh(LibraryCode library, List<Held> copies, Question question) {
        var work = question.work().getOrDefault(library, LenderWork.Work.NONE);
        var nearest = copies.stream()
                .filter(copy -> copy.free() && !copy.branchClosed())
                .filter(copy -> question.rules()
                        .mayRequest(question.reader(), copy.item(), question.today())
                        .isYes())
                .min(Comparator.comparing((Held copy) ->
                                !copy.branch().equals(question.pickup().code()))
                        .thenComparing(question::kilometres, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Held::id));
        var no = lastingNo(library, copies, question);
        if (no.isPresent()) {
            return excluded(copies.get(0), question, work, no.get(), false);
        }
        var notNow = passingNo(library, copies, nearest, question, work);
        if (notNow.isPresent()) {
            return excluded(nearest.orElse(copies.get(0)), question, work, notNow.get(), true);
        }
        var candidate = scored(nearest.orElseThrow(), question, work);
        return new Routing.Weighed(candidate, Optional.empty(), false);
    }

    /** Why this library is not asked for this request, however long one waits. */
    private static Optional<Refusal> lastingNo(LibraryCode library, List<Held> copies, Question question) {
        if (!copies.get(0).takesPart()) {
            return Optional.of(new Refusal(MemberRefusal.LIBRARY_SUSPENDED, library));
        }
        if (question.saidNo().contains(library)) {
            return Optional.of(new Refusal(RequestRefusal.ASKED_BEFORE, library));
        }
        var verdicts = copies.stream()
                .map(copy -> question.rules().mayRequest(question.reader(), copy.item(), question.today()))
                .toList();
        if (verdicts.stream().noneMatch(verdict -> verdict.isYes())) {
            return verdicts.get(0).no();
        }
        var priority = question.rules().priorityOf(library);
        var pausedForGood = priority.isPausedOn(question.today()) && priority.pausedUntil() == null;
        if (pausedForGood && !library.equals(question.pickup().library())) {
            return Optional.of(new Refusal(PolicyRefusal.LENDING_PAUSED, library));
        }
        if (!isAtHome(library, question) && copies.size() <= priority.keepCopies()) {
            return Optional.of(new Refusal(PolicyRefusal.COPIES_KEPT_HOME, library));
        }
        return Optional.empty();
    }

    /** Why it is not asked today, though it may be another day. */
    private static Optional<Refusal> passingNo(
            LibraryCode library, List<Held> copies, Optional<Held> nearest, Question question, LenderWork.Work work) {
        if (nearest.isEmpty()) {
            return Optional.of(new Refusal(UnionRefusal.COPY_NOT_FREE, library));
        }
        var priority = question.rules().priorityOf(library);
        if (!library.equals(question.pickup().library())) {
            if (priority.isPausedOn(question.today())) {
                return Optional.of(new Refusal(PolicyRefusal.LENDING_PAUSED, library));
            }
            if (priority.dailyCap() != null && work.today() >= priority.dailyCap()) {
                return Optional.of(new Refusal(PolicyRefusal.DAILY_CAP_REACHED, library));
            }
        }
        long onShelf = copies.stream().filter(Held::free).count();
        if (!isAtHome(library, question) && onShelf <= priority.keepCopies()) {
            return Optional.of(new Refusal(PolicyRefusal.COPIES_KEPT_HOME, library));
        }
        return Optional.empty();
    }

    private static boolean isAtHome(LibraryCode library, Question question) {
        return library.equals(question.reader().home());
    }

    private static Routing.Weighed excluded(
            Held copy, Question question, LenderWork.Work work, Refusal no, boolean hope) {
        var candidate = new Candidate(
                copy.library(),
                copy.branch(),
                copy.free() ? copy.id() : null,
                question.kilometres(copy),
                0,
                0,
                0,
                0,
                work.open(),
                work.balance(),
                0,
                no.reason().code());
        return new Routing.Weighed(candidate, Optional.of(no), hope);
    }

    private static Candidate scored(Held copy, Question question, LenderWork.Work work) {
        var branch = question.places().get(copy.branch());
        var kilometres = question.kilometres(copy);
        int availability = availabilityPoints(branch, question.now());
        int distance = kilometres == null
                ? UNKNOWN_DISTANCE
                : within(MOST_DISTANCE - (int) Math.round(kilometres / KILOMETRES_A_POINT), MOST_DISTANCE);
        int load = within(MOST_LOAD - work.open(), MOST_LOAD);
        int fairness = within(EVEN_FAIRNESS - Math.floorDiv(work.balance(), COPIES_A_POINT), MOST_FAIRNESS);
        return new Candidate(
                copy.library(),
                copy.branch(),
                copy.id(),
                kilometres,
                availability,
                distance,
                load,
                fairness,
                work.open(),
                work.balance(),
                availability + distance + load + fairness,
                "");
    }

    private static int availabilityPoints(Branch branch, Instant now) {
        long days = ChronoUnit.DAYS.between(branch.today(now), Timetable.nextWorkingDay(branch, now));
        return within(MOST_AVAILABILITY - (int) days * POINTS_A_DAY, MOST_AVAILABILITY);
    }

    private static int within(int points, int most) {
        return Math.max(0, Math.min(most, points));
    }

    private static Comparator<Routing.Weighed> order(LibraryCode pickup, Map<LibraryCode, LenderWork.Work> work) {
        Function<Routing.Weighed, Instant> lastAsked =
                one -> Optional.ofNullable(work.get(one.candidate().library()))
                        .map(LenderWork.Work::lastAsked)
                        .orElse(Instant.EPOCH);
        return Comparator.comparing((Routing.Weighed one) -> !one.candidate().canBeAsked())
                .thenComparing(one -> !one.candidate().library().equals(pickup))
                .thenComparing(one -> -one.candidate().points())
                .thenComparing(lastAsked)
                .thenComparing(one -> one.candidate().library().value());
    }

    /** A copy that is, or could come back, on a shelf. */
    private record Held(
            long id,
            LibraryCode library,
            BranchCode branch,
            Item item,
            boolean free,
            boolean takesPart,
            boolean branchClosed) {}

    private List<Held> heldOf(RecordId record, Optional<InHand> inHand) {
        return jdbc.sql("""
                select c.id, c.library, c.branch, c.item_class, c.in_library_only, c.acquired_on, c.status,
                  l.status = 'ACTIVE' as takes_part, b.closed
                from copy c
                join library l on l.code = c.library
                join branch b on b.code = c.branch
                where c.record = :record
                  and (c.status not in ('MISSING', 'LOST', 'WITHDRAWN') or c.id = :inHand)
                order by c.library, c.id
                """)
                .param("record", record.value())
                .param("inHand", inHand.map(InHand::copy).orElse(-1L))
                .query((row, n) -> {
                    var library = new LibraryCode(row.getString("library"));
                    long id = row.getLong("id");
                    var here = inHand.filter(hand -> hand.copy() == id);
                    return new Held(
                            id,
                            library,
                            here.map(InHand::here).orElse(new BranchCode(row.getString("branch"))),
                            new Item(
                                    library,
                                    ItemClass.valueOf(row.getString("item_class")),
                                    row.getBoolean("in_library_only"),
                                    row.getObject("acquired_on", LocalDate.class)),
                            here.isPresent() || row.getString("status").equals(CopyStatus.ON_SHELF.name()),
                            row.getBoolean("takes_part"),
                            here.isEmpty() && row.getBoolean("closed"));
                })
                .list();
    }
}
