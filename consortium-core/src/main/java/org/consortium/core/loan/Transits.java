package org.consortium.core.loan;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All ways copies go and went. */
public interface Transits extends JpaRepository<Transit, Long> {

    @Query("select t from Transit t where t.copy = :copy and t.arrivedAt is null")
    Optional<Transit> openOfCopy(long copy);
}
