package org.consortium.core.union;

/** A number under which a publication is known; the value is in the kind's one spelling, so that equal means the same. */
public record Identifier(Kind kind, String value) {

    /** The schemes of numbers; those of an ISBN are kept as 13 digits, {@link #ISSN} with its hyphen. */
    public enum Kind {
        ISBN,
        /** The ISBN of the set a volume belongs to: known in every volume, it says nothing about which one this is. */
        ISBN_OF_SET,
        /** The ISBN of one volume where the record describes the set. */
        ISBN_OF_VOLUME,
        ISSN,
        /** OCLC number: digits only. */
        OCLC,
        /** Library of Congress control number, normalised. */
        LCCN,
        /** 统一书号, the Chinese book number before ISBN: digits and a point, as 10019.1979. */
        UNIFIED_BOOK_NUMBER,
        /** A control number of another agency with its prefix, as (CNL)001234. */
        AGENCY,
        /** Number of a government document (MARC 21 086), as C 3.224/3:1990. */
        DOCUMENT,
        /**
         * Any other number readers may look for, as written: of a report, a publisher's disc or score, a standard, a
         * serial in China (CN 11-2127/TP), an order; a DOI. Records are not compared by it.
         */
        OTHER
    }

    public Identifier {
        value = value.strip();
        if (value.isEmpty() || value.length() > 100) {
            throw new IllegalArgumentException("Not an identifier: " + value);
        }
    }

    public static Identifier of(Isbn isbn) {
        return new Identifier(Kind.ISBN, isbn.value());
    }

    public static Identifier of(Issn issn) {
        return new Identifier(Kind.ISSN, issn.value());
    }
}
