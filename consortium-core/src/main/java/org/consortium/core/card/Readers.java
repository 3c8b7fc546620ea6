package org.consortium.core.card;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All readers of the consortium. */
public interface Readers extends JpaRepository<Reader, Long> {

    /** Holds the reader until the end of the transaction, so that limits are counted one action at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Reader r where r.id = :id")
    Optional<Reader> lockById(long id);

    /** By what stands for a reader where her name must not. */
    Optional<Reader> findByAlias(String alias);

    default Reader required(long id) {
        return findById(id).orElseThrow(() -> new Refusal(CardRefusal.READER_NOT_FOUND));
    }

    default Reader locked(long id) {
        return lockById(id).orElseThrow(() -> new Refusal(CardRefusal.READER_NOT_FOUND));
    }
}
