package org.consortium.web.site;

import java.util.Locale;
import java.util.Optional;

/** Somebody signed in, as the mastheads of all pages name them. The principals of the sign-in are such. */
public interface SignedIn {

    /** The person's own name. */
    String shownName();

    /** The library a member of staff works for; a reader has none. */
    default Optional<String> libraryName(Locale locale) {
        return Optional.empty();
    }
}
