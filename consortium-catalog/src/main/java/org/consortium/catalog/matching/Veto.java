package org.consortium.catalog.matching;

import java.util.Locale;

/** What keeps two descriptions apart whatever else they share; no points outweigh it. */
public enum Veto {
    /** Print, large print, Braille, microform, sound, online. */
    CARRIER_DIFFERS,
    SERIAL_AGAINST_MONOGRAPH,
    VOLUME_DIFFERS,
    SET_AGAINST_VOLUME,
    LANGUAGE_DIFFERS,
    /** Two numbers of government documents are two documents, however alike they are called. */
    DOCUMENT_DIFFERS,
    /** What one library keeps apart under two control numbers: it has both books in hand. */
    SAME_LIBRARY,
    /** A librarian has said that the two are not the same. */
    KEPT_APART;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
