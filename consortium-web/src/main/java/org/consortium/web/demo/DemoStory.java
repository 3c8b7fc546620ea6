package org.consortium.web.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.ill.Attempt;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.Requests;
import org.consortium.core.loan.Loans;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.RecordId;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.notice.NoticeClock;
import org.consortium.loans.request.RequestClock;
import org.consortium.loans.request.RequestDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What readers and librarians of Yunze have done in the last weeks, acted out at the desks; each night the clock does its part. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoStory {

    private static final LocalTime NIGHT = LocalTime.of(5, 0);
    private static final String WHOEVER_IS_ASKED = "lender";

    private final LoanDesk loanDesk;
    private final RequestDesk requestDesk;
    private final RequestClock requestClock;
    private final NoticeClock noticeClock;
    private final CardDesk cards;
    private final DemoStaff staff;
    private final Requests requests;
    private final Loans loans;
    private final Copies copies;
    private final EntityManager entities;
    private final TurnableClock clock;

    DemoStory(
            LoanDesk loanDesk,
            RequestDesk requestDesk,
            RequestClock requestClock,
            NoticeClock noticeClock,
            CardDesk cards,
            DemoStaff staff,
            Requests requests,
            Loans loans,
            Copies copies,
            EntityManager entities,
            TurnableClock clock) {
        this.loanDesk = loanDesk;
        this.requestDesk = requestDesk;
        this.requestClock = requestClock;
        this.noticeClock = noticeClock;
        this.cards = cards;
        this.staff = staff;
        this.requests = requests;
        this.loans = loans;
        this.copies = copies;
        this.entities = entities;
        this.clock = clock;
    }

    /** @param records the union records of the books the story speaks of */
    void tell(DemoTable scenes, Map<String, RecordId> records, DemoDays days) {
        var placed = new HashMap<String, RequestNumber>();
        int today = scenes.rows().get(0).number("day");
        for (var scene : scenes.rows()) {
            while (today < scene.number("day")) {
                night(days, ++today);
            }
            clock.turnTo(days.at(today, LocalTime.parse(scene.get("time"))));
            act(scene, records, placed);
        }
        while (today < 0) {
            night(days, ++today);
        }
    }

    private void night(DemoDays days, int before) {
        clock.turnTo(days.at(before, NIGHT));
        requestClock.tick();
        noticeClock.tick();
        forget();
    }

    private void act(DemoTable.Row scene, Map<String, RecordId> records, Map<String, RequestNumber> placed) {
        try {
            new Scene(scene, records, placed).act();
            forget();
        } catch (RuntimeException no) {
            throw new IllegalStateException("The story of the demo world cannot happen: " + scene.cells(), no);
        }
    }

    /** Each scene begins as a desk begins its work: with what stands in the database. */
    private void forget() {
        entities.flush();
        entities.clear();
    }

    /** One row of the story, while it is acted out. */
    private final class Scene {

        private final DemoTable.Row row;
        private final Map<String, RecordId> records;
        private final Map<String, RequestNumber> placed;

        Scene(DemoTable.Row row, Map<String, RecordId> records, Map<String, RequestNumber> placed) {
            this.row = row;
            this.records = records;
            this.placed = placed;
        }

        void act() {
            switch (row.get("action")) {
                case "loan", "lend" -> loanDesk.lend(new CardNumber(row.get("reader")), barcode(), at(), by());
                case "return", "arrive", "take-home" -> loanDesk.takeBack(barcode(), null, at(), by());
                case "renew" -> renew();
                case "request" -> place();
                case "cancel" -> requestDesk.cancel(number(), reader().actor());
                case "accept" -> requestDesk.accept(number(), null, by());
                case "decline" -> requestDesk.decline(number(), null, DeclineReason.valueOf(note()), "", by());
                case "offer-condition" -> requestDesk.offerCondition(number(), null, note(), by());
                case "agree-condition" -> requestDesk.agreeCondition(number(), null, by());
                case "pick" -> requestDesk.pick(number(), null, barcode(), by());
                case "send" -> requestDesk.send(number(), null, by());
                case "receive" -> requestDesk.receive(number(), null, by());
                case "close" -> requestDesk.close(number(), null, note(), by());
                default -> throw new IllegalStateException("Nobody knows how to " + row.get("action"));
            }
        }

        private void renew() {
            var copy = copies.findByBarcode(barcode()).get(0);
            var loan = loans.openOfCopy(copy.id()).orElseThrow();
            loanDesk.renew(loan.id(), reader().actor());
        }

        private void place() {
            var request = requestDesk.place(records.get(row.get("book")), at(), reader().id(), reader().actor());
            placed.put(row.get("request"), request.number());
        }

        private RequestNumber number() {
            return placed.get(row.get("request"));
        }

        private Reader reader() {
            return cards.find(new CardNumber(row.get("reader"))).orElseThrow();
        }

        private BranchCode at() {
            return new BranchCode(row.get("at"));
        }

        private String note() {
            return row.get("note");
        }

        private Barcode barcode() {
            return row.has("barcode")
                    ? new Barcode(row.get("barcode"))
                    : copies.required(asked().copy()).barcode();
        }

        private Staff by() {
            return row.get("by").equals(WHOEVER_IS_ASKED)
                    ? staff.librarianOf(asked().lender())
                    : staff.named(row.get("by"));
        }

        private Attempt asked() {
            return requests.required(number()).going().orElseThrow();
        }
    }
}
