package org.consortium.web.security;

import org.consortium.core.card.Reader;
import org.consortium.web.site.SignedIn;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A reader who has shown card number and PIN, loaded for this one request. */
public record SignedInReader(Reader reader) implements SignedIn, AuthenticatedPrincipal {

    @Override
    public String shownName() {
        return reader.name();
    }

    /** Stands in logs: no name of a person. */
    @Override
    public String getName() {
        return "reader " + reader.id();
    }

    @Override
    public String toString() {
        return getName();
    }
}
