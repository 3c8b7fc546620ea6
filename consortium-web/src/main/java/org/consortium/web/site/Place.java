package org.consortium.web.site;

import java.util.List;

/**
 * A way in the mastheads. A page names its place by the key, {@code current='requests'}.
 *
 * @param roles who sees it; empty for everybody
 */
public record Place(String key, String path, List<String> roles) {

    private static final List<String> STAFF = List.of("LIBRARIAN", "LIBRARY_ADMIN");
    private static final List<String> COUNCIL = List.of("COUNCIL_ADMIN");

    static final List<Place> OF_READERS = List.of(
            new Place("search", "/search", List.of()),
            new Place("libraries", "/libraries", List.of()),
            new Place("account", "/account", List.of()));

    static final List<Place> OF_STAFF = List.of(
            new Place("desk", "/desk", STAFF),
            new Place("requests", "/desk/requests", STAFF),
            new Place("readers", "/desk/readers", STAFF),
            new Place("transits", "/desk/transits", STAFF),
            new Place("holdings", "/desk/holdings", STAFF),
            new Place("proposals", "/desk/proposals", STAFF),
            new Place("imports", "/desk/imports", STAFF),
            new Place("matching", "/matching", List.of("LIBRARIAN", "LIBRARY_ADMIN", "COUNCIL_ADMIN")),
            new Place("house-staff", "/desk/staff", List.of("LIBRARY_ADMIN")),
            new Place("members", "/council/libraries", COUNCIL),
            new Place("staff", "/council/staff", COUNCIL),
            new Place("member-imports", "/council/imports", COUNCIL),
            new Place("rules", "/council/matching", COUNCIL),
            new Place("index", "/council/index", COUNCIL),
            new Place("figures", "/council/figures", COUNCIL),
            new Place("trail", "/council/trail", COUNCIL));

    /** The message that names it. */
    public String label() {
        return "site.place." + key;
    }
}
