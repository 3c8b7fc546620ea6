package org.consortium.core.card;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.consortium.core.Refusal;

/** The card a reader shows at any desk of the consortium (一卡通). A reader has at most one in use. */
@Entity
public class ReaderCard {

    @Id
    private String number;

    private long reader;

    @Enumerated(EnumType.STRING)
    private CardStatus status;

    private LocalDate issuedOn;

    private LocalDate expiresOn;

    @Version
    private Long version;

    protected ReaderCard() {}

    public ReaderCard(CardNumber number, Reader reader, LocalDate issuedOn, LocalDate expiresOn) {
        mustBeAfter(issuedOn, expiresOn);
        this.number = number.value();
        this.reader = reader.id();
        this.status = CardStatus.IN_USE;
        this.issuedOn = issuedOn;
        this.expiresOn = expiresOn;
    }

    public void reportLost() {
        status = CardStatus.LOST;
    }

    public void replace() {
        status = CardStatus.REPLACED;
    }

    /** Found again, or reported and replaced by mistake: it may be shown again. */
    public void restore() {
        status = CardStatus.IN_USE;
    }

    public void renew(LocalDate until) {
        mustBeAfter(issuedOn, until);
        expiresOn = until;
    }

    private static void mustBeAfter(LocalDate issuedOn, LocalDate expiresOn) {
        if (!expiresOn.isAfter(issuedOn)) {
            throw new IllegalArgumentException("A card expires after it is issued");
        }
    }

    /** Refuses when this card may not be used on the day, whoever its reader is. */
    public void mustBeGood(LocalDate day) {
        if (status == CardStatus.LOST) {
            throw new Refusal(CardRefusal.CARD_LOST);
        }
        if (status == CardStatus.REPLACED) {
            throw new Refusal(CardRefusal.CARD_REPLACED);
        }
        if (isExpiredOn(day)) {
            throw new Refusal(CardRefusal.CARD_EXPIRED, expiresOn);
        }
    }

    public CardNumber number() {
        return new CardNumber(number);
    }

    public long reader() {
        return reader;
    }

    public CardStatus status() {
        return status;
    }

    public LocalDate issuedOn() {
        return issuedOn;
    }

    public LocalDate expiresOn() {
        return expiresOn;
    }

    public boolean isExpiredOn(LocalDate day) {
        return day.isAfter(expiresOn);
    }
}
