package org.consortium.catalog.matching;

import java.util.List;
import org.consortium.core.union.Description;

/** How much a description tells a reader: the record is shown by the contribution that tells most. */
public final class Completeness {

    private Completeness() {}

    public static short of(Description description) {
        int points = said(description.subtitle())
                + said(description.responsibility())
                + said(description.edition())
                + said(description.place())
                + 2 * said(description.publisher())
                + said(description.extent())
                + 2 * said(description.summary())
                + (description.year() == null ? 0 : 2)
                + upTo(2, description.names())
                + upTo(3, description.subjects())
                + upTo(2, description.notes())
                + upTo(1, description.series())
                + upTo(2, description.identifiers())
                + upTo(2, description.classNumbers())
                + upTo(1, description.languages());
        // a title in its own script says more than its romanisation
        return (short) (description.title().codePoints().anyMatch(Character::isIdeographic) ? points + 3 : points);
    }

    private static int said(String text) {
        return text.isEmpty() ? 0 : 1;
    }

    private static int upTo(int most, List<?> values) {
        return Math.min(most, values.size());
    }
}
