package org.consortium.web.site;

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

        @Override
        protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
            return new FailureAnalysis(
                    "Port %d is taken by another program: stop that one, or set SERVER_PORT to a free port."
                            .formatted(cause.getPort()),
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
}
