package org.consortium.loans.card;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The PINs of readers: six to twelve digits, kept as slow hashes only. */
@Component
class Pins {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("\\d{6,12}");
    private static final Pattern ALL_ALIKE = Pattern.compile("(\\d)\\1*");
    private static final int ALL_OF_SIX_DIGITS = 1_000_000;

    private final PasswordEncoder encoder;
    private final String nobodysHash;

    Pins(PasswordEncoder encoder) {
        this.encoder = encoder;
        this.nobodysHash = encoder.encode("000000");
    }

    /** Six digits by chance. */
    String fresh() {
        while (true) {
            var pin = "%06d".formatted(RANDOM.nextInt(ALL_OF_SIX_DIGITS));
            if (!ALL_ALIKE.matcher(pin).matches()) {
                return pin;
            }
        }
    }

    String hashOf(String pin) {
        if (pin == null || !FORM.matcher(pin).matches()) {
            throw new Refusal(CardRefusal.PIN_FORM);
        }
        return encoder.encode(pin);
    }

    boolean matches(String pin, String hash) {
        return encoder.matches(pin == null ? "" : pin, hash);
    }

    /** Compared with where there is no reader, so that nobody finds out by the clock. */
    String nobodysHash() {
        return nobodysHash;
    }
}
