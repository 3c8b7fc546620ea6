package org.consortium.core.member;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

/** The tokens programs sign in with. */
public interface ApiTokens extends JpaRepository<ApiToken, Long> {

    Optional<ApiToken> findByHashAndRevokedAtIsNull(String hash);

    List<ApiToken> findByStaffOrderByCreatedAtDesc(long staff);
}
