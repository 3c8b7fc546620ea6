package org.consortium.loans.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.consortium.loans.Yunze.QIAOTOU_MAIN;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.consortium.core.Refusal;
import org.consortium.core.ill.AttemptState;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.ill.Side;
import org.consortium.core.member.Actor;
import org.consortium.loans.YunzeTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the whole table of moves: from every state, every move, by everybody. */
class RequestTableTest extends YunzeTest {

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void aMoveThatIsNotInTheTableIsRefusedAndChangesNothing(AttemptState state) {
        var request = reach(state);
        var before = now(request.number());

        verbs().forEach((move, verb) -> {
            if (!move.startsFrom(state)) {
                var no = catchThrowableOfType(Refusal.class, () -> verb.accept(request.number()));
                assertThat(no).as(move + " from " + state).isNotNull();
                assertThat(no.reason())
                        .as(move + " from " + state)
                        .isIn(
                                RequestRefusal.MOVE_NOT_POSSIBLE,
                                RequestRefusal.REQUEST_CLOSED,
                                RequestRefusal.NO_CANCEL_ASKED);
            }
        });

        var after = now(request.number());
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(stateOf(after)).isEqualTo(stateOf(before));
    }

    @ParameterizedTest
    @EnumSource(AttemptState.class)
    void onlyWhoIsNamedInTheTableMayMove(AttemptState state) {
        var request = now(reach(state).number());
        var actors = Map.of(
                Side.READER, yunze.linXiaomei.actor(),
                Side.BORROWER, yunze.suHongmei.actor(),
                Side.LENDER, yunze.yeZhou.actor(),
                Side.DESK, yunze.liuQingqing.actor(),
                Side.CLOCK, Actor.clock());

        for (var move : RequestMove.values()) {
            actors.forEach((side, actor) -> {
                var isDesk = side == Side.DESK || side == Side.BORROWER || side == Side.LENDER;
                var may = move.sides().contains(side) || isDesk && move.sides().contains(Side.DESK);
                var no = catchThrowableOfType(Refusal.class, () -> request.mustBeAble(move, actor));
                var expected = request.isOpen() && move.startsFrom(state) && may;
                assertThat(no == null)
                        .as(move + " from " + state + " by " + side)
                        .isEqualTo(expected);
            });
        }
    }

    private Map<RequestMove, Consumer<RequestNumber>> verbs() {
        var verbs = new EnumMap<RequestMove, Consumer<RequestNumber>>(RequestMove.class);
        verbs.put(RequestMove.OFFER_CONDITION, n -> desk.offerCondition(n, null, "只在馆内阅览", yunze.yeZhou));
        verbs.put(RequestMove.AGREE_CONDITION, n -> desk.agreeCondition(n, null, yunze.suHongmei));
        verbs.put(RequestMove.REFUSE_CONDITION, n -> desk.refuseCondition(n, null, yunze.suHongmei));
        verbs.put(RequestMove.ACCEPT, n -> desk.accept(n, null, yunze.yeZhou));
        verbs.put(RequestMove.DECLINE, n -> desk.decline(n, null, DeclineReason.OTHER, "", yunze.yeZhou));
        verbs.put(RequestMove.PICK, n -> desk.pick(n, null, barcode, yunze.yeZhou));
        verbs.put(RequestMove.UNPICK, n -> desk.unpick(n, null, yunze.yeZhou));
        verbs.put(RequestMove.SEND, n -> desk.send(n, null, yunze.yeZhou));
        verbs.put(RequestMove.SET_ASIDE, n -> desk.setAside(n, null, yunze.yeZhou));
        verbs.put(RequestMove.RECEIVE, n -> desk.receive(n, null, yunze.suHongmei));
        verbs.put(RequestMove.LEND, n -> loanDesk.lend(n, null, QIAOTOU_MAIN, yunze.suHongmei));
        verbs.put(RequestMove.RELEASE, n -> desk.release(n, null, yunze.suHongmei));
        verbs.put(RequestMove.TAKE_HOME, n -> desk.takeHome(n, null, yunze.yeZhou));
        verbs.put(RequestMove.AGREE_CANCEL, n -> desk.agreeCancel(n, null, yunze.yeZhou));
        verbs.put(RequestMove.REPORT_LOST, n -> desk.reportLost(n, null, yunze.suHongmei));
        return verbs;
    }

    private Request reach(AttemptState state) {
        Supplier<Request> way = switch (state) {
            case ASKED -> this::placed;
            case CONDITION_OFFERED -> () -> desk.offerCondition(placed().number(), null, "馆内阅览", yunze.yeZhou);
            case CONDITION_ANSWERED ->
                () -> {
                    var number = placed().number();
                    desk.offerCondition(number, null, "馆内阅览", yunze.yeZhou);
                    return desk.agreeCondition(number, null, yunze.suHongmei);
                };
            case ACCEPTED -> this::accepted;
            case PICKED -> this::picked;
            case SENT -> this::sent;
            case RECEIVED -> this::ready;
            case LENT -> this::lent;
            case SENT_HOME -> this::sentHome;
            case HOME -> () -> desk.takeHome(sentHome().number(), null, yunze.yeZhou);
            case PASSED_ON ->
                () -> {
                    var number = lent().number();
                    placedBy(yunze.jiangChen, QIAOTOU_MAIN);
                    loanDesk.takeBack(barcode, null, QIAOTOU_MAIN, yunze.suHongmei);
                    return now(number);
                };
            case DECLINED -> () -> desk.decline(placed().number(), null, DeclineReason.OTHER, "", yunze.yeZhou);
            case TIMED_OUT ->
                () -> {
                    var number = placed().number();
                    later(Duration.ofDays(3));
                    requestClock.tick();
                    return now(number);
                };
            case WITHDRAWN -> () -> desk.cancel(placed().number(), yunze.linXiaomei.actor());
            case LOST -> () -> desk.reportLost(sent().number(), null, yunze.suHongmei);
        };
        var request = way.get();
        assertThat(stateOf(request)).isEqualTo(state);
        return request;
    }
}
