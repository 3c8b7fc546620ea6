package org.consortium.core.member;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Lets a program act as the member of staff who made it; only a hash is kept, so the token itself is shown once. */
@Entity
public class ApiToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int HANDLE_LENGTH = 12;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long staff;

    private String label;

    private String hash;

    private String tail;

    private Instant createdAt;

    private Instant usedAt;

    private Instant revokedAt;

    protected ApiToken() {}

    public ApiToken(Staff staff, String label, String secret, Instant createdAt) {
        if (label == null || label.isBlank() || label.strip().length() > 100) {
            throw new IllegalArgumentException("A token needs a name of at most 100 characters");
        }
        this.staff = staff.id();
        this.label = label.strip();
        this.hash = hashOf(secret);
        this.tail = secret.substring(secret.length() - 4);
        this.createdAt = createdAt;
    }

    /** A new secret of 256 random bits, with a prefix that secret scanners can find. */
    public static String newSecret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "cst_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The secret is random and long, so one round of SHA-256 is enough. */
    public static String hashOf(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    public void revoke(Instant at) {
        revokedAt = revokedAt == null ? at : revokedAt;
    }

    public void used(Instant at) {
        usedAt = at;
    }

    public long id() {
        return id;
    }

    /** Its public name: the number inside never shows. */
    public String handle() {
        return hash.substring(0, HANDLE_LENGTH);
    }

    public long staff() {
        return staff;
    }

    public String label() {
        return label;
    }

    /** The last four characters, to know it by. */
    public String tail() {
        return tail;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }
}
