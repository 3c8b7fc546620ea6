package org.consortium.catalog.intake;

import org.consortium.catalog.marc.MarcEntry;

/** What stands at one place of a file a library has sent. */
sealed interface Arrival {

    /** The place in the file, counting from 1. */
    int number();

    /** Offset of the first byte in the uncompressed file, or of a list its line. */
    long position();

    /** The bytes as they came. */
    byte[] raw();

    /** Of a record that stands in the catalogue already the control number, by which they are gone through; else empty. */
    default String upTo() {
        return "";
    }

    /** A record, ready to be taken in. */
    record Legible(Incoming incoming, long position, byte[] raw) implements Arrival {

        @Override
        public int number() {
            return incoming.number();
        }
    }

    /** A line of a list: it may lack a title, which the union catalogue may know. */
    record Line(Listed listed, long position, byte[] raw) implements Arrival {

        @Override
        public int number() {
            return listed.number();
        }
    }

    /**
     * What is no record, or not enough of one.
     *
     * @param reason the message key {@code marc.reject.reason}
     * @param detail what was found, in English
     */
    record Illegible(int number, long position, byte[] raw, String reason, String detail) implements Arrival {}

    /**
     * A record that stands in the catalogue already, as it is read today.
     *
     * @param changed whether it says something else than when it came
     */
    record Again(Incoming incoming, boolean changed, byte[] raw) implements Arrival {

        @Override
        public int number() {
            return incoming.number();
        }

        @Override
        public long position() {
            return incoming.number();
        }

        @Override
        public String upTo() {
            return incoming.controlNumber();
        }
    }

    /** A record that stands in the catalogue and can no longer be read; it stays as it was read then. */
    record NoLongerLegible(int number, String controlNumber, byte[] raw) implements Arrival {

        @Override
        public long position() {
            return number;
        }

        @Override
        public String upTo() {
            return controlNumber;
        }

        Illegible told() {
            return new Illegible(number, number, raw, Reject.NO_LONGER_READABLE, controlNumber);
        }
    }

    static Arrival of(MarcEntry entry) {
        if (entry instanceof MarcEntry.Unreadable no) {
            return new Illegible(
                    no.number(), no.position(), no.raw(), no.reason().code(), no.detail());
        }
        var readable = (MarcEntry.Readable) entry;
        return new Legible(Incoming.of(readable), readable.position(), readable.raw());
    }
}
