package org.consortium.core.policy;

import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.LibraryCode;

/** What policy needs to know of who asks: whose card it is, and of which class. */
public record Asker(LibraryCode home, ReaderClass readerClass) {

    public static Asker of(Reader reader) {
        return new Asker(reader.homeLibrary(), reader.readerClass());
    }
}
