package org.consortium.loans.card;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.CardStatus;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.policy.Commitments;
import org.consortium.core.union.ItemClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a reader stands today: what she has, and whether her card is good. */
@Component
public class ReaderStanding {

    private final ReaderCards cards;
    private final JdbcClient jdbc;

    ReaderStanding(ReaderCards cards, JdbcClient jdbc) {
        this.cards = cards;
        this.jdbc = jdbc;
    }

    /** What the reader has now, as limits count it. */
    public Commitments commitments(long reader) {
        var byOwner = new HashMap<LibraryCode, Integer>();
        var byClass = new HashMap<ItemClass, Integer>();
        jdbc.sql("""
                select l.owner, c.item_class, count(*) as loans
                from loan l
                join copy c on c.id = l.copy
                where l.reader = :reader and l.back_at is null
                group by l.owner, c.item_class
                """).param("reader", reader).query(row -> {
            byOwner.merge(new LibraryCode(row.getString("owner")), row.getInt("loans"), Integer::sum);
            byClass.merge(ItemClass.valueOf(row.getString("item_class")), row.getInt("loans"), Integer::sum);
        });
        int loans = byOwner.values().stream().mapToInt(Integer::intValue).sum();
        return new Commitments(loans, byOwner, byClass, activeRequests(reader));
    }

    /** Requests the reader still waits for; what she already has in hand counts as a loan. */
    private int activeRequests(long reader) {
        return jdbc.sql("""
                select count(*)
                from request
                where reader = :reader and phase not in ('CLOSED', 'WITH_READER', 'GOING_BACK')
                """).param("reader", reader).query(Integer.class).single();
    }

    /** Everything that stands in the way of this reader today, whichever card she shows. */
    public List<Refusal> refusals(Reader reader, LocalDate day) {
        var refusals = new ArrayList<Refusal>();
        cards.findByReaderAndStatus(reader.id(), CardStatus.IN_USE)
                .ifPresentOrElse(
                        card -> addIfExpired(card, day, refusals), () -> refusals.add(new Refusal(whyNoCard(reader))));
        addIfBlocked(reader, day, refusals);
        return refusals;
    }

    private CardRefusal whyNoCard(Reader reader) {
        return cards.findByReaderOrderByIssuedOnDesc(reader.id()).stream()
                        .anyMatch(card -> card.status() == CardStatus.LOST)
                ? CardRefusal.CARD_LOST
                : CardRefusal.NO_CARD;
    }

    /** The same for one card that lies on the desk. */
    public List<Refusal> refusals(Reader reader, ReaderCard card, LocalDate day) {
        var refusals = new ArrayList<Refusal>();
        try {
            card.mustBeGood(day);
        } catch (Refusal no) {
            refusals.add(no);
        }
        addIfBlocked(reader, day, refusals);
        return refusals;
    }

    private static void addIfExpired(ReaderCard card, LocalDate day, List<Refusal> refusals) {
        if (card.isExpiredOn(day)) {
            refusals.add(new Refusal(CardRefusal.CARD_EXPIRED, card.expiresOn()));
        }
    }

    private static void addIfBlocked(Reader reader, LocalDate day, List<Refusal> refusals) {
        if (reader.isBlockedOn(day)) {
            refusals.add(
                    new Refusal(CardRefusal.CARD_BLOCKED, reader.blockedUntil().orElseThrow()));
        }
    }
}
