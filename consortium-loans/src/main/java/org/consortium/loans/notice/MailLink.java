package org.consortium.loans.notice;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address nobody can guess, 130 bits by chance: whoever holds a letter ends further ones by it. */
public record MailLink(String value) {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public MailLink {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a link");
        }
    }

    static MailLink random() {
        return new MailLink(RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining()));
    }

    @Override
    public String toString() {
        return value;
    }
}
