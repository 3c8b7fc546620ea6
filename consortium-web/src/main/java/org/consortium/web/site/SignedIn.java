package org.consortium.web.site;

import java.util.Locale;
import java.util.Optional;
import org.consortium.core.member.LibraryCode;

/** Somebody signed in, as the mastheads of all pages name them. The principals of the sign-in are such. */
public interface SignedIn {

    /** The person's own name. */
    String shownName();

    /** The library a member of staff works for; a reader has none. */
    default Optional<String> libraryName(Locale locale) {
        return Optional.empty();
    }

    /** The same library's code. */
    default Optional<LibraryCode> libraryCode() {
        return Optional.empty();
    }
}
