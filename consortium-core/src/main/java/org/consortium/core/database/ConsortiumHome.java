package org.consortium.core.database;

import java.nio.file.Path;
import java.util.Locale;

/** The directory in which the program keeps what must survive it: the embedded database, the search index, uploaded files. */
public final class ConsortiumHome {

    private ConsortiumHome() {}

    /** @param wish what {@code CONSORTIUM_HOME} says, or null for the place where this system keeps a person's program data */
    public static Path of(String wish) {
        var home = wish == null || wish.isBlank() ? usualPlace() : Path.of(wish.strip());
        return home.toAbsolutePath().normalize();
    }

    private static Path usualPlace() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var person = Path.of(System.getProperty("user.home"));
        if (system.startsWith("mac")) {
            return person.resolve("Library/Application Support/Consortium");
        }
        if (system.startsWith("windows")) {
            return told("LOCALAPPDATA", person.resolve("AppData/Local")).resolve("Consortium");
        }
        if (System.getProperty("user.name").equals("root")) {
            // Root's own directory is closed to the user that PostgreSQL may have to run as
            return Path.of("/var/lib/consortium");
        }
        return told("XDG_DATA_HOME", person.resolve(".local/share")).resolve("consortium");
    }

    private static Path told(String variable, Path otherwise) {
        var value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
