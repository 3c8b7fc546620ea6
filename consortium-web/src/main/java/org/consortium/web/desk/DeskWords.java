package org.consortium.web.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.ill.Request;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.UnionRecords;
import org.consortium.loans.desk.LoanSlip;
import org.consortium.loans.desk.ReturnSlip;
import org.consortium.loans.request.Onward;
import org.consortium.web.site.Refusals;
import org.consortium.web.site.States;
import org.consortium.web.site.Telling;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells what a desk has just done as a line of its list: what happened, and what to do with the copy now. */
@Component
class DeskWords {

    private final Telling telling;
    private final Refusals refusals;
    private final States states;
    private final UnionRecords records;
    private final Clock clock;

    DeskWords(Telling telling, Refusals refusals, States states, UnionRecords records, Clock clock) {
        this.telling = telling;
        this.refusals = refusals;
        this.states = states;
        this.records = records;
        this.clock = clock;
    }

    DeskLine lent(LoanSlip slip) {
        return line(slip, "lent", word("desk.lent"), word("desk.next.to-reader"), slip.loan());
    }

    DeskLine renewed(LoanSlip slip) {
        return line(slip, "renewed", word("desk.renewed"), word("desk.next.keeps"), null);
    }

    private DeskLine line(LoanSlip slip, String kind, String result, String next, Long loan) {
        return new DeskLine(
                clock.instant(),
                kind,
                slip.title(),
                slip.barcode().value(),
                slip.callNumber(),
                "done",
                result,
                slip.due(),
                next,
                loan,
                slip.request().map(Object::toString).orElse(""));
    }

    DeskLine returned(ReturnSlip slip) {
        var travels = slip.next() == Onward.Next.SEND_HOME || slip.next() == Onward.Next.SEND_TO_PICKUP;
        var result = slip.loan().isPresent() ? word("desk.returned") : word("desk.came-in");
        if (slip.daysLate() > 0) {
            result += word("desk.late", slip.daysLate());
        }
        if (slip.odd().isPresent()) {
            result += word("desk.odd."
                    + slip.odd().get().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        return new DeskLine(
                clock.instant(),
                "returned",
                slip.title(),
                slip.barcode().value(),
                slip.callNumber(),
                travels ? "move" : slip.next() == Onward.Next.LOOK ? "wait" : "done",
                result,
                null,
                next(slip),
                null,
                slip.request().map(Object::toString).orElse(""));
    }

    private String next(ReturnSlip slip) {
        var to = shown(slip.to());
        var waiting = slip.waiting().orElse("");
        return switch (slip.next()) {
            case SHELVE -> word("desk.next.shelve", slip.callNumber());
            case SEND_HOME -> withCourier(word("desk.next.send-home", to), slip.courier());
            case SET_ASIDE -> word("desk.next.set-aside", waiting);
            case SEND_TO_PICKUP -> withCourier(word("desk.next.send-to-pickup", to, waiting), slip.courier());
            case LOOK -> word("desk.next.look", shown(slip.owner()));
        };
    }

    private String withCourier(String sentence, String courier) {
        return courier == null || courier.isBlank() ? sentence : sentence + word("desk.next.courier", courier);
    }

    /** A scan that moved a request on. */
    DeskLine moved(Request request, Barcode copy) {
        var title = records.find(request.record()).map(record -> record.title()).orElse("");
        var state = request.attempts().get(request.attempts().size() - 1).state();
        return new DeskLine(
                clock.instant(),
                "moved",
                title,
                copy.value(),
                "",
                states.mark(state),
                word(states.word(state)),
                null,
                word("desk.next.request."
                        + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')),
                null,
                request.number().value());
    }

    /** Something was not done; the reasons, and whose copy it was. */
    DeskLine stopped(Refusal no, String barcode) {
        var told = refusals.told(no);
        var others = told.others().isEmpty() ? "" : String.join("", told.others());
        return new DeskLine(
                clock.instant(),
                "stopped",
                word("desk.barcode", barcode),
                barcode,
                "",
                "stop",
                told.sentence() + others,
                null,
                told.way(),
                null,
                "");
    }

    DeskLine undone(DeskLine line) {
        return new DeskLine(
                clock.instant(),
                "undone",
                line.title(),
                line.barcode(),
                line.callNumber(),
                "out",
                word("desk.undone"),
                null,
                word("desk.next.undone"),
                null,
                line.request());
    }

    /** Does it and says so on the next page, or says why not; answers whether it is done. What is not found is thrown on. */
    boolean tellOrRefuse(RedirectAttributes after, Supplier<String> deed) {
        return telling.tell(after, deed);
    }

    String word(String key, Object... arguments) {
        return telling.word(key, arguments);
    }

    private static String shown(Label label) {
        return Optional.ofNullable(label)
                .map(name -> name.in(LocaleContextHolder.getLocale()))
                .orElse("");
    }
}
