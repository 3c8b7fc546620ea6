package org.consortium.web.security;

import java.util.Locale;
import java.util.Optional;
import org.consortium.core.card.CardNumber;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.consortium.loans.card.CardDesk;
import org.consortium.web.security.SignInThrottle.Try;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Where people show who they are: readers with card and PIN, staff with login and password. Guessing is slow and tells nothing. */
@Component
class SignInDesk {

    /** More than any password has; what is longer is not worth hashing. */
    private static final int LONGEST = 200;

    private static final CardNumber NOBODYS_CARD = new CardNumber("0".repeat(20));

    private final CardDesk cards;
    private final StaffMembers members;
    private final PasswordEncoder secrets;
    private final SignInThrottle throttle;
    private final String nobodysHash;

    SignInDesk(CardDesk cards, StaffMembers members, PasswordEncoder secrets, SignInThrottle throttle) {
        this.cards = cards;
        this.members = members;
        this.secrets = secrets;
        this.throttle = throttle;
        this.nobodysHash = secrets.encode("nobody has this password");
    }

    Optional<Person> signIn(Person.Kind kind, String name, String secret, String address) {
        var attempt = new Try(kind.name(), name, address);
        throttle.count(attempt);
        var person = kind == Person.Kind.READER ? reader(name, secret) : staff(name, secret);
        person.ifPresent(somebody -> throttle.succeeded(attempt));
        return person;
    }

    private Optional<Person> reader(String number, String pin) {
        return cards.signIn(cardNumber(number), shortened(pin)).map(Person::of);
    }

    /** What cannot be a card number is looked for all the same: it takes as long and is not found. */
    private static CardNumber cardNumber(String typed) {
        try {
            return new CardNumber(typed);
        } catch (IllegalArgumentException noCardNumber) {
            return NOBODYS_CARD;
        }
    }

    private Optional<Person> staff(String login, String password) {
        var staff = members.findByLogin(login.strip().toLowerCase(Locale.ROOT)).filter(Staff::isActive);
        return matches(password, staff.map(Staff::passwordHash)) ? staff.map(Person::of) : Optional.empty();
    }

    /** Takes as long for a name nobody has as for one somebody has, so that the time tells nothing. */
    private boolean matches(String secret, Optional<String> hash) {
        var fits = secrets.matches(shortened(secret), hash.orElse(nobodysHash));
        return hash.isPresent() && fits && secret.length() <= LONGEST;
    }

    private static String shortened(String secret) {
        return secret.length() <= LONGEST ? secret : secret.substring(0, LONGEST);
    }
}
