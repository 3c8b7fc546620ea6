package org.consortium.loans.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestMove;
import org.consortium.core.ill.RequestMoved;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.Requests;
import org.consortium.core.union.NewlyFound;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what readers are to be told, in the transaction in which it happens: no notice is lost, none is untrue. */
@Component
class NoticeBook {

    private final Requests requests;
    private final JdbcClient jdbc;

    NoticeBook(Requests requests, JdbcClient jdbc) {
        this.requests = requests;
        this.jdbc = jdbc;
    }

    @EventListener
    void moved(RequestMoved event) {
        var request = requests.required(event.request());
        kindOf(event, request).ifPresent(kind -> write(kind, request, event.at()));
    }

    @EventListener
    void found(NewlyFound event) {
        jdbc.sql("""
                insert into notice (reader, kind, record, search, many, made_at)
                values (:reader, :kind, :record, :search, :many, :at)
                """)
                .param("reader", event.reader())
                .param("kind", NoticeKind.FOUND.name())
                .param("record", event.newest().value())
                .param("search", event.search())
                .param("many", event.many())
                .param("at", OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC))
                .update();
    }

    private static Optional<NoticeKind> kindOf(RequestMoved event, Request request) {
        var move = event.move();
        if (move.equals(RequestMove.ACCEPT.code())) {
            // where the copy is there already she is told that, and nothing else
            return request.phase() == RequestPhase.READY ? Optional.empty() : Optional.of(NoticeKind.PROMISED);
        }
        if (move.equals(RequestMove.RECEIVE.code())
                || move.equals(RequestMove.SET_ASIDE.code())
                || move.equals(RequestMove.KEEP_HERE.code())) {
            return Optional.of(NoticeKind.READY);
        }
        if (move.equals("close")
                && request.outcome().filter(RequestOutcome.SUPPLIED::equals).isEmpty()) {
            return Optional.of(NoticeKind.REFUSED);
        }
        return isLettingGo(move) && wasWaitedForInVain(request)
                ? Optional.of(NoticeKind.NOT_COLLECTED)
                : Optional.empty();
    }

    private static boolean isLettingGo(String move) {
        return move.equals(RequestMove.RELEASE.code())
                || move.equals(RequestMove.TAKE_HOME.code())
                || move.equals(RequestMove.PASS_ON.code());
    }

    /** A released copy that comes home later has been told of already. */
    private static boolean wasWaitedForInVain(Request request) {
        var released = request.steps().stream()
                .filter(step -> step.move().equals(RequestMove.RELEASE.code()))
                .count();
        return request.loan().isEmpty()
                && request.steps().stream().noneMatch(step -> step.move().equals("ask-cancel"))
                && (released == 0 || request.isOpen());
    }

    private void write(NoticeKind kind, Request request, Instant at) {
        if (request.reader().isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into notice (reader, kind, request, record, branch, day, made_at)
                values (:reader, :kind, :request, :record, :branch, :day, :at)
                """)
                .param("reader", request.reader().get())
                .param("kind", kind.name())
                .param("request", request.number().value())
                .param("record", request.record().value())
                .param("branch", request.pickup().value())
                .param("day", dayOf(kind, request))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static LocalDate dayOf(NoticeKind kind, Request request) {
        return switch (kind) {
            case PROMISED -> request.promisedOn().orElse(null);
            case READY -> request.readyUntil().orElse(null);
            default -> null;
        };
    }
}
