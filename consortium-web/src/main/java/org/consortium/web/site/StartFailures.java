package org.consortium.web.site;

import java.sql.SQLException;
import java.util.Set;
import org.consortium.core.database.DatabaseNotStarted;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence why the program did not start and what to do, where the reason lies outside it. */
final class StartFailures {

    private StartFailures() {}

    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

        private static final int FIRST_FOR_EVERYBODY = 1024;

        @Override
        protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
            var port = cause.getPort();
            var reason = port < FIRST_FOR_EVERYBODY
                    ? "taken by another program, or reserved for root"
                    : "taken by another program";
            return new FailureAnalysis(
                    "Port %d is %s: stop that program or set SERVER_PORT to a free port.".formatted(port, reason),
                    null,
                    cause);
        }
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class NoDatabase extends AbstractFailureAnalyzer<DatabaseNotStarted> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, DatabaseNotStarted cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }

    /** The named server does not answer, or not to us. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class DatabaseOutOfReach extends AbstractFailureAnalyzer<SQLException> {

        private static final Set<String> UNREACHABLE_UNAUTHORISED_UNKNOWN = Set.of("08", "28", "3D");

        @Override
        protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
            var state = cause.getSQLState();
            if (state == null
                    || state.length() < 2
                    || !UNREACHABLE_UNAUTHORISED_UNKNOWN.contains(state.substring(0, 2))) {
                return null;
            }
            return new FailureAnalysis(
                    "The database cannot be used: %s Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD."
                            .formatted(asSentence(cause.getMessage())),
                    null,
                    cause);
        }

        private static String asSentence(String message) {
            return message.endsWith(".") ? message : message + ".";
        }
    }
}
