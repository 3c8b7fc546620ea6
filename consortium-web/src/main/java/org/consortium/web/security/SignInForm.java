package org.consortium.web.security;

import org.springframework.security.core.Authentication;

/**
 * What somebody types to sign in.
 *
 * @param as {@code staff}, else a reader
 * @param name card number of a reader, login of staff
 * @param secret PIN or password
 * @param next the page to go on to
 */
record SignInForm(String as, String name, String secret, String next) {

    SignInForm {
        as = "staff".equals(as) ? "staff" : "reader";
        name = name == null ? "" : name.strip();
        secret = secret == null ? "" : secret;
        next = SafePath.of(next).map(SafePath::value).orElse("");
    }

    boolean forStaff() {
        return as.equals("staff");
    }

    Person.Kind kind() {
        return forStaff() ? Person.Kind.STAFF : Person.Kind.READER;
    }

    /** Where somebody was going, or else where her own work begins; nobody is sent to the other side of the desk. */
    String wayOn(Authentication somebody) {
        var staff = somebody.getPrincipal() instanceof SignedInStaff;
        var staffSide = next.startsWith("/desk") || next.startsWith("/council") || next.startsWith("/staff");
        var readerSide = next.startsWith("/account");
        if (next.isEmpty() || staff && readerSide || !staff && staffSide) {
            return homeOf(somebody);
        }
        return next;
    }

    private static String homeOf(Authentication somebody) {
        if (!(somebody.getPrincipal() instanceof SignedInStaff signedIn)) {
            return "/account";
        }
        return Roles.workAtADesk(signedIn.staff()) ? "/desk" : "/council/libraries";
    }

    @Override
    public String toString() {
        return "sign-in of a " + as;
    }
}
