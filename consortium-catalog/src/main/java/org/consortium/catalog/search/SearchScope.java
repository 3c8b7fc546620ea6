package org.consortium.catalog.search;

import java.util.Locale;
import org.consortium.core.member.LibraryCode;

/** How far somebody looks: one library with those below it, or the libraries of a group. Without a scope, everywhere. */
public record SearchScope(Kind kind, LibraryCode code) {

    public enum Kind {
        LIBRARY,
        GROUP
    }

    public static SearchScope library(LibraryCode code) {
        return new SearchScope(Kind.LIBRARY, code);
    }

    public static SearchScope group(LibraryCode code) {
        return new SearchScope(Kind.GROUP, code);
    }

    /** As it stands in an address: library:qiaotou, group:townships. */
    public static SearchScope read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("Not a scope: " + text);
        }
        return new SearchScope(
                Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)),
                new LibraryCode(text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + code;
    }
}
