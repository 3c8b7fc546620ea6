package org.consortium.core.member;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.consortium.core.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where staff make and revoke the tokens their programs sign in with. */
@Service
@Transactional
public class TokenDesk {

    /** A token used a thousand times a minute is noted once. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final ApiTokens tokens;
    private final StaffMembers members;
    private final Trail trail;
    private final Clock clock;

    TokenDesk(ApiTokens tokens, StaffMembers members, Trail trail, Clock clock) {
        this.tokens = tokens;
        this.members = members;
        this.trail = trail;
        this.clock = clock;
    }

    /** A token and its secret, which is told this once and kept nowhere. */
    public record NewToken(ApiToken token, String secret) {}

    @Transactional(readOnly = true)
    public List<ApiToken> of(Staff by) {
        return tokens.findByStaffOrderByCreatedAtDesc(by.id());
    }

    public NewToken create(String label, Staff by) {
        var secret = ApiToken.newSecret();
        var token = tokens.saveAndFlush(new ApiToken(by, label, secret, clock.instant()));
        note("token-created", token, by);
        return new NewToken(token, secret);
    }

    /** One's own token; another's is not found. */
    public void revoke(String handle, Staff by) {
        var token = of(by).stream()
                .filter(own -> own.handle().equals(handle))
                .findFirst()
                .orElseThrow(() -> new Refusal(MemberRefusal.TOKEN_NOT_FOUND));
        if (!token.isRevoked()) {
            token.revoke(clock.instant());
            note("token-revoked", token, by);
        }
    }

    /** Who a program with this secret acts as; nobody once the token is revoked or its maker has left. */
    public Optional<Staff> signIn(String secret) {
        return tokens.findByHashAndRevokedAtIsNull(ApiToken.hashOf(secret)).flatMap(token -> {
            var now = clock.instant();
            if (token.usedAt().filter(recent(now)).isEmpty()) {
                token.used(now);
            }
            return members.findById(token.staff()).filter(Staff::isActive);
        });
    }

    private static Predicate<Instant> recent(Instant now) {
        return used -> used.isAfter(now.minus(NOTED_EVERY));
    }

    private void note(String action, ApiToken token, Staff by) {
        trail.note(by.actor(), clock.instant(), action, "token", token.tail(), by.library(), token.label());
    }
}
