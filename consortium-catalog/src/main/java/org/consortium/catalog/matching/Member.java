package org.consortium.catalog.matching;

import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Contributions;

/** A contribution among the others of a union record. What it says is read when it is compared, which few are. */
final class Member {

    private final long contribution;
    private final LibraryCode library;
    private final int completeness;
    private final String json;
    private Publication publication;

    private Member(long contribution, LibraryCode library, int completeness, String json) {
        this.contribution = contribution;
        this.library = library;
        this.completeness = completeness;
        this.json = json;
    }

    Member(long contribution, LibraryCode library, int completeness, Publication publication) {
        this(contribution, library, completeness, "");
        this.publication = publication;
    }

    /** @param json its description, as it is stored */
    static Member stored(long contribution, LibraryCode library, int completeness, String json) {
        return new Member(contribution, library, completeness, json);
    }

    long contribution() {
        return contribution;
    }

    LibraryCode library() {
        return library;
    }

    int completeness() {
        return completeness;
    }

    Publication publication() {
        if (publication == null) {
            publication = Publication.of(Contributions.description(json));
        }
        return publication;
    }
}
