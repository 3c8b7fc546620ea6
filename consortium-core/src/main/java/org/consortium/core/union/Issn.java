package org.consortium.core.union;

import java.util.Locale;
import java.util.Optional;

/** An International Standard Serial Number in the form 1234-567X (ISO 3297). */
public record Issn(String value) {

    public Issn {
        var digits = value.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        if (!digits.matches("\\d{7}[\\dX]") || check(digits) != digits.charAt(7)) {
            throw new IllegalArgumentException("Not an ISSN: " + value);
        }
        value = digits.substring(0, 4) + "-" + digits.substring(4);
    }

    public static Optional<Issn> in(String text) {
        try {
            return Optional.of(new Issn(text));
        } catch (IllegalArgumentException notAnIssn) {
            return Optional.empty();
        }
    }

    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (8 - i) * (digits.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    @Override
    public String toString() {
        return value;
    }
}
