package org.consortium.core.member;

import java.nio.charset.StandardCharsets;
import org.consortium.core.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords and PINs are kept: slow, salted hashes that name their method, so that it can change one day. */
@Configuration
public class Passwords {

    public static final int SHORTEST = 10;

    /** bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Refuses a new password that is easily guessed by its length alone (NIST SP 800-63B asks for nothing else of its letters). */
    static String mustBeGood(String password) {
        if (password == null || password.strip().length() < SHORTEST) {
            throw new Refusal(MemberRefusal.PASSWORD_TOO_SHORT, SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new Refusal(MemberRefusal.PASSWORD_TOO_LONG, MOST_BYTES);
        }
        return password;
    }
}
