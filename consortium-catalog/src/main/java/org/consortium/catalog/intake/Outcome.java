package org.consortium.catalog.intake;

/** What became of a record that could be read. */
public enum Outcome {
    ADDED,
    CHANGED,
    /** It was there already, byte for byte; or its deletion was asked for and it is not there. */
    UNCHANGED,
    WITHDRAWN
}
