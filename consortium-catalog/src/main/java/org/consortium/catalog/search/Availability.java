package org.consortium.catalog.search;

import java.util.List;
import org.consortium.core.member.LibraryCode;

/** Who holds a record and where a copy is on the shelf right now, those with one on the shelf first. */
public record Availability(List<Held> held) {

    static final Availability NOWHERE = new Availability(List.of());

    /** @param copies how many the library has; none where it only says it holds the record */
    public record Held(LibraryCode library, int copies, int onShelf) {}

    public int libraries() {
        return held.size();
    }

    public int librariesWithFree() {
        return (int) held.stream().filter(at -> at.onShelf() > 0).count();
    }

    public int copies() {
        return held.stream().mapToInt(Held::copies).sum();
    }

    public int onShelf() {
        return held.stream().mapToInt(Held::onShelf).sum();
    }

    public boolean isAvailable() {
        return onShelf() > 0;
    }
}
