package org.consortium.web.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.consortium.core.ill.RequestMove;
import org.springframework.http.HttpMethod;

/** Where each move of a request is made: the noun under its address. Moves with the copy in hand are made at the desk. */
record MoveAddress(HttpMethod method, String noun) {

    private static final Map<RequestMove, MoveAddress> OF = new EnumMap<>(RequestMove.class);

    static {
        put(RequestMove.OFFER_CONDITION, "condition");
        put(RequestMove.AGREE_CONDITION, "condition/agreement");
        put(RequestMove.REFUSE_CONDITION, "condition/refusal");
        put(RequestMove.ACCEPT, "acceptance");
        put(RequestMove.DECLINE, "refusal");
        put(RequestMove.PICK, "picking");
        OF.put(RequestMove.UNPICK, new MoveAddress(HttpMethod.DELETE, "picking"));
        put(RequestMove.SEND, "shipment");
        put(RequestMove.SET_ASIDE, "set-aside");
        put(RequestMove.RECEIVE, "receipt");
        put(RequestMove.LEND, "loan");
        put(RequestMove.RELEASE, "release");
        put(RequestMove.WITHDRAW, "cancellation");
        put(RequestMove.AGREE_CANCEL, "cancellation/agreement");
        put(RequestMove.REPORT_LOST, "loss");
        put(RequestMove.TAKE_HOME, "homecoming");
    }

    private static void put(RequestMove move, String noun) {
        OF.put(move, new MoveAddress(HttpMethod.POST, noun));
    }

    static Optional<MoveAddress> of(RequestMove move) {
        return Optional.ofNullable(OF.get(move));
    }
}
