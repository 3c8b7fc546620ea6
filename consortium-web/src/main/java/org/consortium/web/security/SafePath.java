package org.consortium.web.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A page of ours that somebody may be sent on to after signing in; never an address of another site. */
record SafePath(String value) {

    private static final int LONGEST = 2000;

    static Optional<SafePath> of(String wanted) {
        // browsers read a backslash as a slash, and drop line ends and tabs
        if (wanted == null || wanted.length() > LONGEST || !wanted.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*")) {
            return Optional.empty();
        }
        try {
            var address = new URI(wanted);
            var ours = address.getScheme() == null && address.getRawAuthority() == null;
            var startsOver = wanted.startsWith("/sign-");
            return ours && !startsOver ? Optional.of(new SafePath(wanted)) : Optional.empty();
        } catch (URISyntaxException nonsense) {
            return Optional.empty();
        }
    }
}
