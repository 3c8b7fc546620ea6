package org.consortium.core.union;

import java.util.Optional;

/** An International Standard Book Number in its 13-digit form without hyphens (ISO 2108); ten-digit numbers are carried over. */
public record Isbn(String value) {

    public Isbn {
        var digits = value.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(java.util.Locale.ROOT);
        value = digits.length() == 10 ? fromTen(digits) : digits;
        if (!value.matches("97[89]\\d{10}") || checkDigit(value) != value.charAt(12)) {
            throw new IllegalArgumentException("Not an ISBN: " + digits);
        }
    }

    /** The ISBN in a text that may be one, or nothing: for what people type and catalogues hold. */
    public static Optional<Isbn> in(String text) {
        try {
            return Optional.of(new Isbn(text));
        } catch (IllegalArgumentException notAnIsbn) {
            return Optional.empty();
        }
    }

    private static String fromTen(String ten) {
        if (!ten.matches("\\d{9}[\\dX]") || tenCheck(ten) != ten.charAt(9)) {
            throw new IllegalArgumentException("Not an ISBN: " + ten);
        }
        var twelve = "978" + ten.substring(0, 9);
        return twelve + checkDigit(twelve);
    }

    private static char tenCheck(String ten) {
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (10 - i) * (ten.charAt(i) - '0');
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static char checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
