package org.consortium.core;

import java.security.SecureRandom;

/** Small letters and digits without those people confuse, five bits each, as in the ids of records. */
public final class Letters {

    /** One of them, as a pattern. */
    public static final String ONE = "[0-9a-hjkmnp-tv-z]";

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Letters() {}

    public static String random(int many) {
        var letters = new StringBuilder(many);
        for (int i = 0; i < many; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }
}
