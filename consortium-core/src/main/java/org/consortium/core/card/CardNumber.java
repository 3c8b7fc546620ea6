package org.consortium.core.card;

import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.Typed;

/** The number on a reader card, 6 to 20 letters and digits; people may type it with spaces as it is printed. */
public record CardNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{6,20}");

    /** Thirteen digits that are no ISBN. */
    private static final Pattern AT_DESKS = Pattern.compile("(?!97[89])\\d{13}");

    public CardNumber {
        value = Typed.narrow(value).replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a card number");
        }
    }

    /** Whether the desks of this consortium take it for a card when it is scanned: a book has other numbers. */
    public boolean isReadAtDesks() {
        return AT_DESKS.matcher(value).matches();
    }

    /** In groups of four, as it is printed on the card. */
    public String grouped() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
