package org.consortium.core.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** Who does something: a reader, staff acting for a library, the system's clock, or a connected library. */
@Embeddable
public record Actor(
        @Enumerated(EnumType.STRING) @Column(name = "actor_kind")
        Kind kind,

        @Column(name = "actor_id") Long id,
        @Column(name = "actor_library") LibraryCode library) {

    public enum Kind {
        READER,
        STAFF,
        CLOCK,
        LIBRARY
    }

    public static Actor reader(long reader, LibraryCode home) {
        return new Actor(Kind.READER, reader, home);
    }

    public static Actor staff(long staff, LibraryCode library) {
        return new Actor(Kind.STAFF, staff, library);
    }

    public static Actor clock() {
        return new Actor(Kind.CLOCK, null, null);
    }

    public static Actor library(LibraryCode library) {
        return new Actor(Kind.LIBRARY, null, library);
    }

    public boolean actsFor(LibraryCode code) {
        return (kind == Kind.STAFF || kind == Kind.LIBRARY) && code.equals(library);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Nobody, where it was not a reader or she has been forgotten. */
    public Optional<Long> reader() {
        return kind == Kind.READER ? Optional.ofNullable(id) : Optional.empty();
    }
}
