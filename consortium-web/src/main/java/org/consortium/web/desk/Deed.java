package org.consortium.web.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.Staff;
import org.consortium.core.union.Barcode;
import org.consortium.loans.request.RequestDesk;
import org.consortium.loans.request.RequestSheets.Offer;
import org.consortium.loans.request.RequestSheets.Sheet;

/**
 * What a librarian can do with a request by a button: a noun in the address, the move of the table it makes or the offer of
 * the request's sheet it takes up, and the desk that does it.
 */
enum Deed {
    ACCEPTANCE(RequestMove.ACCEPT, (desk, number, form, by) -> desk.accept(number, form.version(), by)),
    PICKING(
            RequestMove.PICK,
            (desk, number, form, by) -> desk.pick(number, form.version(), new Barcode(form.barcode()), by)),
    SHIPMENT(RequestMove.SEND, (desk, number, form, by) -> desk.send(number, form.version(), by)),
    SETTING_ASIDE(RequestMove.SET_ASIDE, (desk, number, form, by) -> desk.setAside(number, form.version(), by)),
    RECEIPT(RequestMove.RECEIVE, (desk, number, form, by) -> desk.receive(number, form.version(), by)),
    HOMECOMING(Offer.TAKE_HOME, (desk, number, form, by) -> desk.takeHome(number, form.version(), by)),
    CANCEL_AGREEMENT(
            RequestMove.AGREE_CANCEL, (desk, number, form, by) -> desk.agreeCancel(number, form.version(), by)),
    CANCEL_REFUSAL(Offer.REFUSE_CANCEL, (desk, number, form, by) -> desk.refuseCancel(number, form.version(), by)),
    CONDITION_AGREEMENT(
            RequestMove.AGREE_CONDITION, (desk, number, form, by) -> desk.agreeCondition(number, form.version(), by)),
    CONDITION_REFUSAL(
            RequestMove.REFUSE_CONDITION, (desk, number, form, by) -> desk.refuseCondition(number, form.version(), by)),
    NEXT_LENDER(Offer.ASK_NEXT, (desk, number, form, by) -> desk.askNext(number, form.version(), by)),
    RELEASE(RequestMove.RELEASE, (desk, number, form, by) -> desk.release(number, form.version(), by)),
    CONDITION(
            RequestMove.OFFER_CONDITION,
            (desk, number, form, by) -> desk.offerCondition(number, form.version(), form.remark(), by)),
    REFUSAL(
            RequestMove.DECLINE,
            (desk, number, form, by) -> desk.decline(number, form.version(), form.reason(), form.remark(), by)),
    PUTTING_BACK(RequestMove.UNPICK, (desk, number, form, by) -> desk.unpick(number, form.version(), by)),
    CANCELLATION(Offer.CANCEL, (desk, number, form, by) -> desk.cancel(number, by.actor())),
    CLOSING(Offer.CLOSE, (desk, number, form, by) -> desk.close(number, form.version(), form.remark(), by)),
    LOSS(RequestMove.REPORT_LOST, (desk, number, form, by) -> desk.reportLost(number, form.version(), by));

    /** How it is done at the desk of requests. */
    interface Doing {
        Request at(RequestDesk desk, RequestNumber number, DeedForm form, Staff by);
    }

    /** A {@link RequestMove} or an {@link Offer}. */
    private final Enum<?> what;

    private final Doing doing;

    Deed(Enum<?> what, Doing doing) {
        this.what = what;
        this.doing = doing;
    }

    static Optional<Deed> of(String noun) {
        return Arrays.stream(values()).filter(deed -> deed.noun().equals(noun)).findFirst();
    }

    /** What the sheet allows, the usual first. */
    static List<Deed> on(Sheet sheet) {
        return Arrays.stream(values())
                .filter(deed ->
                        sheet.moves().contains(deed.what) || sheet.offers().contains(deed.what))
                .toList();
    }

    Request at(RequestDesk desk, RequestNumber number, DeedForm form, Staff by) {
        return doing.at(desk, number, form, by);
    }

    /** Its name in addresses and message keys: {@code setting-aside}. */
    public String noun() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is to be told with it: a barcode, a reason, a sentence, or nothing. */
    public String asks() {
        return switch (this) {
            case PICKING -> "barcode";
            case REFUSAL -> "reason";
            case CONDITION, CLOSING -> "remark";
            default -> "";
        };
    }
}
