package org.consortium.core.union;

/** The consortium's classes of copies, by which lending terms are agreed; members map their own codes to these. */
public enum ItemClass {
    BOOK,
    NEW_BOOK,
    CHILDREN,
    TEXTBOOK,
    PERIODICAL,
    AUDIOVISUAL,
    REFERENCE,
    RARE;

    /** Where a member's code is not mapped: lent to nobody by mistake. */
    public static final ItemClass SAFEST = REFERENCE;
}
