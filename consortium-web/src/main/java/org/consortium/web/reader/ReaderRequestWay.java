package org.consortium.web.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.core.ill.RequestPhase;
import org.consortium.loans.request.ReaderRequests;

/** A request as the way it goes: what has been, where it is, what is to come. */
record ReaderRequestWay(ReaderRequests.Row row, List<Stage> stages) {

    private static final List<Stage> WAY = List.of(
            new Stage("place", RequestPhase.SEEKING, null, false),
            new Stage("accept", RequestPhase.PROMISED, null, false),
            new Stage("send", RequestPhase.ON_THE_WAY, null, false),
            new Stage("receive", RequestPhase.READY, null, false),
            new Stage("lend", RequestPhase.WITH_READER, null, false));

    /** One stage of the way; {@code at} null while it is to come. */
    record Stage(String move, RequestPhase phase, Instant at, boolean now) {}

    static ReaderRequestWay of(ReaderRequests.Row row) {
        Map<String, Instant> when = row.milestones().stream()
                .collect(Collectors.toMap(
                        ReaderRequests.Milestone::move, ReaderRequests.Milestone::at, (first, last) -> last));
        var current = current(row.phase());
        var stages = new ArrayList<Stage>();
        for (int i = 0; i < WAY.size(); i++) {
            var stage = WAY.get(i);
            var at = i <= current ? when.getOrDefault(stage.move(), when.get(otherWord(stage.move()))) : null;
            stages.add(new Stage(stage.move(), stage.phase(), at, i == current));
        }
        return new ReaderRequestWay(row, stages);
    }

    /** A copy that stands at the pickup branch already is set aside, not received. */
    private static String otherWord(String move) {
        return move.equals("receive") ? "set-aside" : move;
    }

    private static int current(RequestPhase phase) {
        return switch (phase) {
            case SUBMITTED, REVIEW, SEEKING -> 0;
            case PROMISED -> 1;
            case ON_THE_WAY -> 2;
            case READY -> 3;
            case WITH_READER, GOING_BACK, CLOSED -> 4;
        };
    }
}
