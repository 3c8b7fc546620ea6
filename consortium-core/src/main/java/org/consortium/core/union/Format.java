package org.consortium.core.union;

/** What kind of thing a record describes, as a reader would name it. */
public enum Format {
    BOOK,
    SERIAL,
    ELECTRONIC,
    AUDIO,
    MUSIC,
    SCORE,
    VIDEO,
    MAP,
    PICTURE,
    MANUSCRIPT,
    /** Microfilm and microfiche: text that needs a machine to be read. */
    MICROFORM,
    OTHER
}
