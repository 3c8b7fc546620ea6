package org.consortium.web.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Everybody in the demo world has the same password or PIN, told to all: while it is acted out each is hashed once, which is most
 * of the time it would take. Whoever changes hers later gets a hash of her own.
 */
@Component
@Primary
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoSecrets implements PasswordEncoder {

    private final PasswordEncoder slow;
    private final TurnableClock clock;
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    DemoSecrets(@Qualifier("passwordEncoder") PasswordEncoder slow, TurnableClock clock) {
        this.slow = slow;
        this.clock = clock;
    }

    @Override
    public String encode(CharSequence secret) {
        return clock.isTurned() ? hashes.computeIfAbsent(secret.toString(), slow::encode) : slow.encode(secret);
    }

    @Override
    public boolean matches(CharSequence secret, String hash) {
        return slow.matches(secret, hash);
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return slow.upgradeEncoding(hash);
    }
}
