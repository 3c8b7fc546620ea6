package org.consortium.catalog.marc;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.union.Description.Link;

/** Where the thing itself, or something about it, is to be had on the web: field 856, alike in both families. */
final class OnlineLinks {

    private static final int MOST = 20;
    private static final int LONGEST_LABEL = 200;

    private OnlineLinks() {}

    /** What the link is of (3), else what it is called (y), else the note readers are meant to see (z). */
    static List<Link> of(MarcRecord record) {
        Set<Link> links = new LinkedHashSet<>();
        for (var field : record.all("856")) {
            var label = field.has('3') ? field.get('3') : field.has('y') ? field.get('y') : field.get('z');
            var shown = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
            field.all("u").stream()
                    .map(url -> Link.in(url, Isbd.part(shown)))
                    .flatMap(Optional::stream)
                    .forEach(links::add);
        }
        return links.stream().limit(MOST).toList();
    }
}
