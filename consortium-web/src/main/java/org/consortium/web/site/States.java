package org.consortium.web.site;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The word and the shape of a state, so that it is never told by colour alone. Both go by the name of the type and the value:
 * {@code CopyStatus.ON_SHELF} is {@code copy-status.on-shelf}, its word the message {@code word.copy-status.on-shelf}.
 */
@Component
public class States {

    /** ok ● here or allowed, wait ◐ waiting, move ▶ on its way, stop ◆ refused or gone, done ✓ finished; all others are out ○. */
    private static final Map<String, String> MARKS = Map.of(
            "ok", """
            copy-status.on-shelf request-phase.ready attempt-state.received
            proposal-state.ordered proposal-state.there membership-status.active card-status.in-use recognition-grade.borrow""",
            "wait", """
            proposal-state.open
            copy-status.allotted copy-status.set-aside
            request-phase.submitted request-phase.review request-phase.seeking request-phase.promised
            attempt-state.asked attempt-state.condition-offered attempt-state.condition-answered
            attempt-state.accepted attempt-state.picked intake-job-state.waiting intake-job-state.mapping""",
            "move", """
            copy-status.in-transit request-phase.on-the-way request-phase.going-back
            attempt-state.sent attempt-state.sent-home intake-job-state.running harvest-run-state.fetching harvest-run-state.importing
            rebuild-state.filling rebuild-state.joining""",
            "stop", """
            copy-status.missing copy-status.lost attempt-state.declined attempt-state.timed-out attempt-state.lost
            request-outcome.not-supplied request-outcome.lost loan-end.lost membership-status.suspended card-status.lost
            proposal-state.not-ordered recognition-grade.none intake-job-state.failed harvest-run-state.failed
            rebuild-state.failed""",
            "done", """
            request-phase.closed request-outcome.supplied attempt-state.home attempt-state.passed-on
            loan-end.returned intake-job-state.done harvest-run-state.done rebuild-state.done""");

    private static final String OTHERWISE = "out";

    private static final Map<String, String> MARK_OF = MARKS.entrySet().stream()
            .flatMap(mark -> Set.of(mark.getValue().split("\\s+")).stream().map(name -> Map.entry(name, mark.getKey())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    public String mark(Enum<?> state) {
        return MARK_OF.getOrDefault(name(state), OTHERWISE);
    }

    /** The message key of its word. */
    public String word(Enum<?> state) {
        return "word." + name(state);
    }

    /** The states that have a shape of their own, to be compared with what there is. */
    static Set<String> named() {
        return MARK_OF.keySet();
    }

    static String name(Enum<?> state) {
        var type = state.getDeclaringClass();
        var outer = type.getEnclosingClass();
        var name = (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
        return (name.replaceAll("(?<=[a-z])(?=[A-Z])", "-") + "." + state.name().replace('_', '-'))
                .toLowerCase(Locale.ROOT);
    }
}
