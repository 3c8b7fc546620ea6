package org.consortium.web.security;

import java.util.Locale;
import java.util.Optional;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardStatus;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.Readers;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.consortium.web.security.SignInThrottle.Try;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Where people show who they are: readers with card and PIN, staff with login and password. Guessing is slow and tells nothing. */
@Component
class SignInDesk {

    /** More than any password has; what is longer is not worth hashing. */
    private static final int LONGEST = 200;

    private final ReaderCards cards;
    private final Readers readers;
    private final StaffMembers members;
    private final PasswordEncoder secrets;
    private final SignInThrottle throttle;
    private final String nobodysHash;

    SignInDesk(
            ReaderCards cards,
            Readers readers,
            StaffMembers members,
            PasswordEncoder secrets,
            SignInThrottle throttle) {
        this.cards = cards;
        this.readers = readers;
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
        var reader =
                card(number).filter(card -> card.status() == CardStatus.IN_USE).flatMap(this::readerOf);
        return matches(pin, reader.map(Reader::pinHash)) ? reader.map(Person::of) : Optional.empty();
    }

    private Optional<ReaderCard> card(String number) {
        try {
            return cards.find(new CardNumber(number));
        } catch (IllegalArgumentException noCardNumber) {
            return Optional.empty();
        }
    }

    private Optional<Reader> readerOf(ReaderCard card) {
        return readers.findById(card.reader());
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
