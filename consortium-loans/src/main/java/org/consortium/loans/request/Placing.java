package org.consortium.loans.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.card.Readers;
import org.consortium.core.ill.Candidate;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.ill.Requests;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Hours;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;
import org.consortium.core.policy.Asker;
import org.consortium.core.policy.Policy;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.consortium.loans.RecordTurn;
import org.consortium.loans.card.ReaderStanding;
import org.consortium.loans.routing.Router;
import org.consortium.loans.routing.Routing;
import org.consortium.loans.routing.Timetable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Get it: what it would bring, and doing it. */
@Component
class Placing {

    /** The same wish twice within this time is one wish: a button was pressed twice. */
    private static final Duration DOUBLE_PRESS = Duration.ofSeconds(10);

    private static final double NEAR_KILOMETRES = 10;

    private final Requests requests;
    private final Readers readers;
    private final Branches branches;
    private final Libraries libraries;
    private final UnionRecords records;
    private final ReaderStanding standing;
    private final Policy policy;
    private final Router router;
    private final NextLender nextLender;
    private final RecordTurn turn;
    private final JdbcClient jdbc;
    private final Clock clock;

    Placing(
            Requests requests,
            Readers readers,
            Branches branches,
            Libraries libraries,
            UnionRecords records,
            ReaderStanding standing,
            Policy policy,
            Router router,
            NextLender nextLender,
            RecordTurn turn,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.readers = readers;
        this.branches = branches;
        this.libraries = libraries;
        this.records = records;
        this.standing = standing;
        this.policy = policy;
        this.router = router;
        this.nextLender = nextLender;
        this.turn = turn;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In a transaction. Of two readers who press for the last copy at the same instant one waits here for the other. */
    Request place(RecordId wanted, BranchCode pickupCode, boolean anyEdition, long readerId, Actor by) {
        var pickup = branches.required(pickupCode);
        var reader = readers.locked(mustBeFor(readerId, pickup, by));
        var record = records.required(wanted).id();
        turn.take(record);
        var at = clock.instant();
        var open = requests.openOf(reader.id(), record);
        if (open.isPresent() && isPressedTwice(open.get(), pickup, at)) {
            return open.get();
        }
        var refusals = refusals(reader, record, pickup, at);
        open.ifPresent(request -> refusals.add(0, new Refusal(RequestRefusal.ALREADY_REQUESTED, request.number())));
        if (!refusals.isEmpty()) {
            throw Refusal.of(refusals);
        }
        var number = RequestNumber.of(pickup.today(at), requests.nextNumber());
        var placed = new Request(number, reader, record, pickup, by, at);
        if (anyEdition) {
            placed.takesAnyEdition();
        }
        var request = requests.saveAndFlush(placed);
        var search = nextLender.seek(request, by, at);
        switch (search.found()) {
            case LATER -> request.queue(Actor.clock(), at);
            case NOBODY -> throw nobodyLends(search.routing());
            default -> {
                // a lender is asked
            }
        }
        return requests.saveAndFlush(request);
    }

    private long mustBeFor(long reader, Branch pickup, Actor by) {
        var allowed = by.reader().map(id -> id == reader).orElseGet(() -> {
            var home = readers.required(reader).homeLibrary();
            return by.actsFor(home) || by.actsFor(pickup.library());
        });
        if (!allowed) {
            throw new Refusal(CardRefusal.READER_NOT_FOUND);
        }
        return reader;
    }

    private static boolean isPressedTwice(Request open, Branch pickup, Instant at) {
        return open.pickup().equals(pickup.code())
                && Duration.between(open.placedAt(), at).compareTo(DOUBLE_PRESS) < 0;
    }

    private List<Refusal> refusals(Reader reader, RecordId record, Branch pickup, Instant at) {
        var refusals = new ArrayList<>(standing.refusals(reader, pickup.today(at)));
        policy.tooManyRequests(reader, standing.commitments(reader.id())).ifPresent(refusals::add);
        if (hasOnLoan(reader.id(), record)) {
            refusals.add(new Refusal(RequestRefusal.ALREADY_ON_LOAN_TO_YOU));
        }
        if (!pickup.offersPickup()) {
            refusals.add(new Refusal(RequestRefusal.NO_PICKUP_HERE, pickup.name()));
        }
        for (var code : new LinkedHashSet<>(List.of(pickup.library(), reader.homeLibrary()))) {
            var library = libraries.required(code);
            if (!library.takesPart()) {
                refusals.add(new Refusal(MemberRefusal.LIBRARY_SUSPENDED, library.name()));
            }
        }
        return refusals;
    }

    private boolean hasOnLoan(long reader, RecordId record) {
        return jdbc.sql("""
                select exists (
                  select 1 from loan l
                  join copy c on c.id = l.copy
                  where l.reader = :reader and l.back_at is null and c.record = :record)
                """)
                .param("reader", reader)
                .param("record", record.value())
                .query(Boolean.class)
                .single();
    }

    private static Refusal nobodyLends(Routing routing) {
        var reasons = routing.refusals();
        return reasons.isEmpty() ? new Refusal(RequestRefusal.NOTHING_TO_ASK_FOR) : Refusal.of(reasons);
    }

    /** Promises nothing and changes nothing; without a reader for anyone with a card of the pickup library. */
    GetIt preview(RecordId wanted, Long readerId, BranchCode wish) {
        var record = records.required(wanted).id();
        var at = clock.instant();
        var reader = Optional.ofNullable(readerId).map(readers::required);
        var pickups = pickups();
        var pickup = suggested(pickups, reader, wish);
        if (pickup.isEmpty()) {
            var no = new Refusal(RequestRefusal.NOTHING_TO_ASK_FOR);
            return new GetIt(false, List.of(no), null, null, 0, Optional.empty(), List.of(), null);
        }
        var here = pickup.get();
        var asker = reader.map(Asker::of).orElse(new Asker(here.library(), ReaderClass.ADULT));
        var routing = router.weigh(asker, record, here, Set.of(), Optional.empty(), at);
        var refusals = new ArrayList<Refusal>();
        reader.ifPresent(known -> {
            requests.openOf(known.id(), record)
                    .ifPresent(open -> refusals.add(new Refusal(RequestRefusal.ALREADY_REQUESTED, open.number())));
            refusals.addAll(refusals(known, record, here, at));
        });
        var best = routing.best();
        if (best.isEmpty() && !routing.hasHope()) {
            var no = nobodyLends(routing);
            refusals.add(new Refusal(no.reason(), no.arguments().toArray()));
            refusals.addAll(no.others());
        }
        var ready = best.map(candidate -> Timetable.promise(branches.required(candidate.branch()), here, at));
        return new GetIt(
                refusals.isEmpty(),
                List.copyOf(refusals),
                ready.orElse(null),
                best.map(Candidate::library).orElse(null),
                best.isPresent() ? 0 : waiting(record),
                nearby(routing, here, at),
                pickups,
                here.code());
    }

    private List<Branch> pickups() {
        var active = libraries.findAll().stream()
                .filter(Library::takesPart)
                .map(Library::code)
                .collect(Collectors.toSet());
        return branches.findAllByOrderByLibraryAscCodeAsc().stream()
                .filter(Branch::offersPickup)
                .filter(branch -> active.contains(branch.library()))
                .toList();
    }

    private static Optional<Branch> suggested(List<Branch> pickups, Optional<Reader> reader, BranchCode wish) {
        var byCode = pickups.stream().collect(Collectors.toMap(Branch::code, Function.identity()));
        var wished = Optional.ofNullable(wish).map(byCode::get);
        var usual = reader.flatMap(Reader::usualBranch).map(byCode::get);
        var home = reader.map(Reader::homeLibrary).flatMap(library -> firstOf(pickups, library));
        return wished.or(() -> usual).or(() -> home).or(() -> pickups.stream().findFirst());
    }

    private static Optional<Branch> firstOf(List<Branch> pickups, LibraryCode library) {
        return pickups.stream()
                .filter(branch -> branch.library().equals(library))
                .findFirst();
    }

    private Optional<GetIt.NearbyCopy> nearby(Routing routing, Branch pickup, Instant at) {
        return routing.candidates().stream()
                .filter(candidate -> candidate.canBeAsked() && candidate.kilometres() != null)
                .filter(candidate -> candidate.kilometres() <= NEAR_KILOMETRES)
                .sorted(Comparator.comparing(Candidate::kilometres))
                .flatMap(candidate -> openToday(candidate, at).stream())
                .findFirst();
    }

    private Optional<GetIt.NearbyCopy> openToday(Candidate candidate, Instant at) {
        var branch = branches.required(candidate.branch());
        var time = LocalTime.ofInstant(at, branch.zone());
        return branch.calendar()
                .on(branch.today(at))
                .map(Hours::closes)
                .filter(time::isBefore)
                .map(closes -> new GetIt.NearbyCopy(branch.code(), branch.name(), candidate.kilometres(), closes));
    }

    private int waiting(RecordId record) {
        return jdbc.sql("""
                select count(*)
                from request_queued r
                where r.record = :record
                """)
                .param("record", record.value())
                .query(Integer.class)
                .single();
    }
}
