package org.consortium.core.card;

import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;

/** All cards ever issued. */
public interface ReaderCards extends JpaRepository<ReaderCard, String> {

    List<ReaderCard> findByReaderOrderByIssuedOnDesc(long reader);

    Optional<ReaderCard> findByReaderAndStatus(long reader, CardStatus status);

    default Optional<ReaderCard> find(CardNumber number) {
        return findById(number.value());
    }

    default ReaderCard required(CardNumber number) {
        return find(number).orElseThrow(() -> new Refusal(CardRefusal.CARD_NOT_FOUND));
    }
}
