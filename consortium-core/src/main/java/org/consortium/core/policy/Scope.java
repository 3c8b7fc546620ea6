package org.consortium.core.policy;

import java.util.Collection;
import org.consortium.core.member.LibraryCode;

/** Whom a row of policy is about: everyone ({@code *}), a group ({@code group:code}) or one library ({@code library:code}). */
public record Scope(String value) {

    public static final Scope CONSORTIUM = new Scope("*");

    public Scope {
        value = value.strip();
        if (!value.matches("\\*|(library|group):[a-z][a-z0-9-]{1,15}")) {
            throw new IllegalArgumentException("Not a scope: " + value);
        }
    }

    public static Scope of(LibraryCode library) {
        return new Scope("library:" + library);
    }

    public boolean covers(LibraryCode library, Collection<String> itsGroups) {
        return value.equals("*")
                || value.equals("library:" + library)
                || value.startsWith("group:") && itsGroups.contains(value.substring("group:".length()));
    }

    /** How exactly it names whom it is about: one library before a group before everyone. */
    int exactness() {
        return value.equals("*") ? 0 : value.startsWith("group:") ? 1 : 2;
    }

    @Override
    public String toString() {
        return value;
    }
}
