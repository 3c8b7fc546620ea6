package org.consortium.core.card;

/** Whether a card is good; a lost or replaced number is never given to another reader. */
public enum CardStatus {
    IN_USE,
    LOST,
    REPLACED
}
