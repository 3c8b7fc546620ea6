package org.consortium.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.consortium.web.site.Announcement;
import org.springframework.stereotype.Component;

/** The code that stands in the log of an empty platform: who can read the log may begin. A restart makes a new one. */
@Component
class OneTimeCode implements Announcement {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final Beginners beginners;
    private final String code = newCode();

    OneTimeCode(Beginners beginners) {
        this.beginners = beginners;
    }

    private static String newCode() {
        var random = new SecureRandom();
        var letters = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            letters.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "");
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** Takes the same time however much of it is right. */
    boolean is(String typed) {
        return MessageDigest.isEqual(bytes(code), bytes(typed));
    }

    private static byte[] bytes(String text) {
        return text.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<String> lines() {
        if (!beginners.areAwaited()) {
            return List.of();
        }
        return List.of(
                "Nobody is here yet. Open the address and make the first council admin with the one-time code " + code);
    }
}
