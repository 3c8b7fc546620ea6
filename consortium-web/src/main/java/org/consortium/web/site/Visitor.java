package org.consortium.web.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever looks at the page: what the masthead calls them and which ways it opens for them. */
@Component
public class Visitor {

    private final Site site;
    private final WaitingWork work;

    Visitor(Site site, WaitingWork work) {
        this.site = site;
        this.work = work;
    }

    public boolean isSignedIn() {
        return authentication().isPresent();
    }

    public boolean isReader() {
        return roles().contains("READER");
    }

    public boolean isStaff() {
        return !staffPlaces().isEmpty();
    }

    public boolean is(String role) {
        return roles().contains(role);
    }

    public String getName() {
        return principal()
                .map(SignedIn::shownName)
                .or(() -> authentication().map(Authentication::getName))
                .orElse("");
    }

    /** The library somebody works for, or the consortium for those who work for all. */
    public String getHouse() {
        return principal()
                .flatMap(somebody -> somebody.libraryName(LocaleContextHolder.getLocale()))
                .orElseGet(site::getName);
    }

    /** The message that says in which part somebody is here. */
    public String getRoleKey() {
        var roles = roles();
        if (roles.contains("COUNCIL_ADMIN")) {
            return "word.role.council-admin";
        }
        return roles.contains("LIBRARY_ADMIN") ? "word.role.library-admin" : "word.role.librarian";
    }

    /** Where somebody's own work begins. */
    public String getHome() {
        return isStaff() ? staffPlaces().get(0).path() : isReader() ? "/account" : "/";
    }

    public List<Place> getReaderPlaces() {
        return Place.OF_READERS;
    }

    public List<Place> getStaffPlaces() {
        return staffPlaces();
    }

    /** What stands beside a place: how much waits there, or nothing. */
    public String waitingAt(Place place) {
        if (!place.key().equals("matching")) {
            return "";
        }
        var library = principal().flatMap(SignedIn::libraryCode).filter(code -> !is("COUNCIL_ADMIN"));
        int waiting = work.questions(library);
        return waiting == 0 ? "" : waiting > WaitingWork.MOST ? WaitingWork.MOST + "+" : String.valueOf(waiting);
    }

    private List<Place> staffPlaces() {
        var roles = roles();
        return Place.OF_STAFF.stream()
                .filter(place -> place.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    private Optional<SignedIn> principal() {
        return authentication()
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    private Set<String> roles() {
        return authentication().stream()
                .flatMap(somebody -> somebody.getAuthorities().stream())
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toSet());
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(somebody -> !(somebody instanceof AnonymousAuthenticationToken));
    }
}
