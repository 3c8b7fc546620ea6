package org.consortium.web.desk;

import java.util.Set;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Actor;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.policy.Policy;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.card.ReaderStanding;
import org.consortium.loans.desk.ReaderLoans;
import org.consortium.loans.request.ReaderRequests;
import org.consortium.web.site.Refusals;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Brings together what the staff of a home library see of a reader. */
@Component
class ReaderSheets {

    private static final int DEEDS = 12;

    /** What the trail says beyond the deed itself, where people said why or until when. */
    private static final Set<String> TOLD_IN_FULL = Set.of("reader-blocked", "reader-unblocked", "card-renewed");

    private final ReaderDesk readers;
    private final CardDesk cards;
    private final ReaderStanding standing;
    private final ReaderLoans loans;
    private final ReaderRequests requests;
    private final Policy policy;
    private final Branches branches;
    private final Libraries libraries;
    private final Trail trail;
    private final Refusals refusals;
    private final DeskWords words;

    ReaderSheets(
            ReaderDesk readers,
            CardDesk cards,
            ReaderStanding standing,
            ReaderLoans loans,
            ReaderRequests requests,
            Policy policy,
            Branches branches,
            Libraries libraries,
            Trail trail,
            Refusals refusals,
            DeskWords words) {
        this.readers = readers;
        this.cards = cards;
        this.standing = standing;
        this.loans = loans;
        this.requests = requests;
        this.policy = policy;
        this.branches = branches;
        this.libraries = libraries;
        this.trail = trail;
        this.refusals = refusals;
        this.words = words;
    }

    ReaderSheet of(String alias, Staff by) {
        var reader = readers.required(alias, by);
        var today = cards.today(by.library());
        return new ReaderSheet(
                reader,
                cards.cardsOf(reader.id()),
                reader.usualBranch().map(branches::required).map(Branch::name),
                standing.refusals(reader, today).stream()
                        .map(refusals::sentence)
                        .toList(),
                loans.open(reader.id()),
                policy.mostLoans(reader),
                requests.open(reader.id()),
                requests.concerning(reader.id(), by.library()),
                trail.linesOf("reader", reader.id(), DEEDS).stream()
                        .map(line -> done(line, reader))
                        .toList(),
                today);
    }

    private ReaderSheet.Done done(Trail.Line line, Reader reader) {
        var detail = TOLD_IN_FULL.contains(line.action()) ? line.detail() : "";
        return new ReaderSheet.Done(line.at(), "council.action." + line.action(), who(line, reader), detail);
    }

    private String who(Trail.Line line, Reader reader) {
        if (line.actor() == Actor.Kind.STAFF || line.actor() == Actor.Kind.LIBRARY) {
            var library = new LibraryCode(line.actorLibrary());
            return library.equals(reader.homeLibrary()) && line.login() != null
                    ? line.login()
                    : libraries.required(library).name().in(LocaleContextHolder.getLocale());
        }
        return words.word(line.actor() == Actor.Kind.READER ? "readers.herself" : "readers.clock");
    }
}
