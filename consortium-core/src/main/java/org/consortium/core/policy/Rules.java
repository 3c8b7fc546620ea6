package org.consortium.core.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;

/**
 * The rules as they stand at one moment, read once and asked as often as needed: four small tables, fixed specificity,
 * no weights. A whole row decides, and the answer names it. Every limit is checked and every failed one is named.
 */
public final class Rules {

    private final List<Recognition> recognitions;
    private final List<LendingTerms> allTerms;
    private final List<Limit> limits;
    private final List<Priority> priorities;
    private final Map<LibraryCode, List<String>> groups;

    Rules(
            List<Recognition> recognitions,
            List<LendingTerms> allTerms,
            List<Limit> limits,
            List<Priority> priorities,
            Map<LibraryCode, List<String>> groups) {
        this.recognitions = recognitions;
        this.allTerms = allTerms;
        this.limits = limits;
        this.priorities = priorities;
        this.groups = groups;
    }

    /** May this reader take this copy home now? */
    public Verdict mayBorrow(Asker reader, Item copy, Commitments has, LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        var recognition = recognition(reader.home(), copy.library(), today);
        var terms = terms(copy, reader);
        checkRecognition(reader, copy, recognition, refusals);
        checkTerms(copy, terms, refusals);
        checkOwnFirst(reader, copy, today, refusals);
        checkLoanLimits(reader, copy, has, refusals);
        return new Verdict(recognition.orElse(null), terms.orElse(null), refusals);
    }

    /** May this copy be asked for by this reader? Loans are counted when it is lent, requests now. */
    public Verdict mayRequest(Asker reader, Item copy, LocalDate today) {
        var refusals = new ArrayList<Refusal>();
        var recognition = recognition(reader.home(), copy.library(), today);
        var terms = terms(copy, reader);
        checkRecognition(reader, copy, recognition, refusals);
        checkTerms(copy, terms, refusals);
        if (terms.isPresent() && !terms.get().requestable()) {
            refusals.add(new Refusal(PolicyRefusal.NOT_REQUESTABLE));
        }
        checkOwnFirst(reader, copy, today, refusals);
        return new Verdict(recognition.orElse(null), terms.orElse(null), refusals);
    }

    /** The refusal for a reader who has as many requests under way as agreed, or nothing. */
    public Optional<Refusal> tooManyRequests(Asker reader, Commitments has) {
        return limits.stream()
                .filter(limit -> limit.kind() == Limit.Kind.ACTIVE_REQUESTS && limit.covers(reader.readerClass()))
                .max(Comparator.comparingInt(Rules::exactness))
                .filter(limit -> has.requests() >= limit.most())
                .map(limit -> new Refusal(PolicyRefusal.LIMIT_ACTIVE_REQUESTS, limit.most()));
    }

    /** How many loans the reader may have in all. */
    public int mostLoans(Asker reader) {
        return limits.stream()
                .filter(limit -> limit.kind() == Limit.Kind.READER_TOTAL && limit.covers(reader.readerClass()))
                .max(Comparator.comparingInt(Rules::exactness))
                .map(Limit::most)
                .orElse(Integer.MAX_VALUE);
    }

    public Priority priorityOf(LibraryCode owner) {
        var itsGroups = groupsOf(owner);
        return priorities.stream()
                .filter(priority -> priority.owner().covers(owner, itsGroups))
                .max(Comparator.comparingInt(priority -> priority.owner().exactness()))
                .orElse(Priority.NONE);
    }

    public Optional<Recognition> recognition(LibraryCode home, LibraryCode owner, LocalDate day) {
        var homeGroups = groupsOf(home);
        var ownerGroups = groupsOf(owner);
        return recognitions.stream()
                .filter(row -> row.isInForceOn(day))
                .filter(row ->
                        row.home().covers(home, homeGroups) && row.owner().covers(owner, ownerGroups))
                .max(Comparator.<Recognition>comparingInt(row -> row.owner().exactness())
                        .thenComparingInt(row -> row.home().exactness()));
    }

    /** The row of lending terms that decides for this copy and reader. */
    public Optional<LendingTerms> terms(Item copy, Asker reader) {
        var visiting = !reader.home().equals(copy.library());
        var ownerGroups = groupsOf(copy.library());
        return allTerms.stream()
                .filter(row -> row.owner().covers(copy.library(), ownerGroups))
                .filter(row -> row.covers(copy.itemClass(), reader.readerClass(), visiting))
                .max(Comparator.comparingInt(LendingTerms::exactness));
    }

    /** A library always knows its own card; between libraries it is agreed. */
    private static void checkRecognition(
            Asker reader, Item copy, Optional<Recognition> recognition, List<Refusal> refusals) {
        if (reader.home().equals(copy.library())) {
            return;
        }
        if (recognition.isEmpty() || recognition.get().grade() != Recognition.Grade.BORROW) {
            refusals.add(new Refusal(PolicyRefusal.CARD_NOT_RECOGNISED));
        }
    }

    private static void checkTerms(Item copy, Optional<LendingTerms> terms, List<Refusal> refusals) {
        if (terms.isEmpty()) {
            refusals.add(new Refusal(PolicyRefusal.NO_TERMS));
        } else if (copy.inLibraryOnly() || terms.get().inLibraryOnly()) {
            refusals.add(new Refusal(PolicyRefusal.IN_LIBRARY_ONLY));
        }
    }

    private void checkOwnFirst(Asker reader, Item copy, LocalDate today, List<Refusal> refusals) {
        int days = priorityOf(copy.library()).ownFirstDays();
        long age = ChronoUnit.DAYS.between(copy.acquiredOn(), today);
        if (age < days && !reader.home().equals(copy.library())) {
            refusals.add(new Refusal(
                    PolicyRefusal.OWN_READERS_FIRST, copy.acquiredOn().plusDays(days)));
        }
    }

    private void checkLoanLimits(Asker reader, Item copy, Commitments has, List<Refusal> refusals) {
        var ownerGroups = groupsOf(copy.library());
        var applying = limits.stream()
                .filter(limit -> limit.covers(reader.readerClass()))
                .filter(limit -> limit.owner().covers(copy.library(), ownerGroups))
                .filter(limit -> limit.itemClass() == null || limit.itemClass() == copy.itemClass())
                .toList();
        check(applying, Limit.Kind.READER_TOTAL, has.loans(), PolicyRefusal.LIMIT_READER_TOTAL, refusals);
        check(
                applying,
                Limit.Kind.PER_OWNER,
                has.loansByOwner().getOrDefault(copy.library(), 0),
                PolicyRefusal.LIMIT_PER_OWNER,
                refusals);
        check(
                applying,
                Limit.Kind.PER_ITEM_CLASS,
                has.loansByItemClass().getOrDefault(copy.itemClass(), 0),
                PolicyRefusal.LIMIT_PER_ITEM_CLASS,
                refusals);
    }

    private static void check(
            List<Limit> limits, Limit.Kind kind, int has, PolicyRefusal reason, List<Refusal> refusals) {
        limits.stream()
                .filter(limit -> limit.kind() == kind)
                .max(Comparator.comparingInt(Rules::exactness))
                .filter(limit -> has >= limit.most())
                .ifPresent(limit -> refusals.add(new Refusal(reason, limit.most())));
    }

    private List<String> groupsOf(LibraryCode library) {
        return groups.getOrDefault(library, List.of());
    }

    private static int exactness(Limit limit) {
        return limit.owner().exactness() * 4
                + (limit.itemClass() == null ? 0 : 2)
                + (limit.readerClass() == null ? 0 : 1);
    }
}
