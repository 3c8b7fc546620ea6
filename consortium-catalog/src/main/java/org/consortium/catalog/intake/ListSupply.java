package org.consortium.catalog.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consortium.catalog.matching.RecordsByNumber;
import org.consortium.core.union.Identifier;
import org.springframework.stereotype.Component;

/**
 * Makes records of lines of a list. A line with a title is matched like any record, and shown by the fullest description
 * there is; one with nothing but an ISBN takes its description over from the union record that has it.
 */
@Component
class ListSupply {

    private final RecordsByNumber records;

    ListSupply(RecordsByNumber records) {
        this.records = records;
    }

    List<Arrival> supplied(List<Arrival> batch) {
        var asked = batch.stream()
                .map(ListSupply::untitledIsbn)
                .filter(Objects::nonNull)
                .toList();
        var known = asked.isEmpty() ? Map.<Identifier, List<RecordsByNumber.Shown>>of() : records.of(asked);
        var supplied = new ArrayList<Arrival>(batch.size());
        for (var arrival : batch) {
            supplied.add(arrival instanceof Arrival.Line line ? supplied(line, known) : arrival);
        }
        return supplied;
    }

    private static Identifier untitledIsbn(Arrival arrival) {
        return arrival instanceof Arrival.Line line && line.listed().description() == null
                ? line.listed().isbn()
                : null;
    }

    private static Arrival supplied(Arrival.Line line, Map<Identifier, List<RecordsByNumber.Shown>> known) {
        var listed = line.listed();
        if (listed.description() != null) {
            return legible(line, Incoming.listed(listed, listed.description(), null));
        }
        var found = known.getOrDefault(listed.isbn(), List.of());
        if (found.size() != 1) {
            var reason = found.isEmpty() ? ListReject.ISBN_NOT_KNOWN : ListReject.ISBN_OF_SEVERAL;
            return new Arrival.Illegible(
                    line.number(),
                    line.position(),
                    line.raw(),
                    reason.code(),
                    listed.isbn().value());
        }
        var shown = found.get(0);
        return legible(line, Incoming.listed(listed, shown.description(), shown.record()));
    }

    private static Arrival legible(Arrival.Line line, Incoming incoming) {
        return new Arrival.Legible(incoming, line.position(), line.raw());
    }
}
