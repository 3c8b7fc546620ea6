package org.consortium.core.database;

/** The embedded database cannot run; the message is one sentence for the person who started the program, with what to do. */
public final class DatabaseNotStarted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseNotStarted(String message) {
        super(message);
    }

    public DatabaseNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
