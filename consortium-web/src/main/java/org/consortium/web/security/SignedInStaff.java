package org.consortium.web.security;

import java.util.Locale;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.web.site.SignedIn;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A member of staff at work, as she is now: loaded for this one request. */
public record SignedInStaff(Staff staff, Label library) implements SignedIn, AuthenticatedPrincipal {

    @Override
    public String shownName() {
        return staff.name().in(LocaleContextHolder.getLocale());
    }

    @Override
    public Optional<String> libraryName(Locale locale) {
        return Optional.of(library.in(locale));
    }

    @Override
    public Optional<LibraryCode> libraryCode() {
        return Optional.of(staff.library());
    }

    /** Stands in logs: no name of a person. */
    @Override
    public String getName() {
        return "staff " + staff.id();
    }

    @Override
    public String toString() {
        return getName();
    }
}
