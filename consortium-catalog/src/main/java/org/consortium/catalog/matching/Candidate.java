package org.consortium.catalog.matching;

import org.consortium.core.union.RecordId;

/** A union record that carries a number in question, represented by its elected contribution. */
final class Candidate {

    private final RecordId record;
    private final Publication publication;
    private boolean ofSameLibrary;

    Candidate(RecordId record, Publication publication, boolean ofSameLibrary) {
        this.record = record;
        this.publication = publication;
        this.ofSameLibrary = ofSameLibrary;
    }

    RecordId record() {
        return record;
    }

    Publication publication() {
        return publication;
    }

    /** Whether the library that sends the newcomer already has a contribution in this record. */
    boolean isOfSameLibrary() {
        return ofSameLibrary;
    }

    void takesInOneOfSameLibrary() {
        ofSameLibrary = true;
    }
}
