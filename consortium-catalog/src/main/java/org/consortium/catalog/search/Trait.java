package org.consortium.catalog.search;

/**
 * What records are counted and filtered by where there are few values: all of them are terms of one field, so that one look
 * at a record counts every facet. A letter says which facet a term belongs to.
 */
enum Trait {
    /** Held by a library of the region or one below it. */
    REGION('r'),
    /** Held by the library or one below it. */
    LIBRARY('p'),
    BRANCH('b'),
    SHELF_REGION('u'),
    /** On a shelf of the library or one below it. */
    SHELF_LIBRARY('s'),
    SHELF_BRANCH('t'),
    ON_SHELF('a'),
    FORMAT('f'),
    LANGUAGE('g'),
    /** The first characters of a CLC number, folded. */
    CLASS('c'),
    DECADE('d');

    static final String FIELD = "traits";

    /** Where those of shelves are, which are only counted for who asks what is in: a third of all. */
    static final String SHELVES = "shelves";

    /** In characters: I, I2, I24; T, TP, TP3. Deeper ones can be asked for and are not counted. */
    static final int DEEPEST_CLASS = 3;

    private final char letter;

    Trait(char letter) {
        this.letter = letter;
    }

    String of(String value) {
        return letter + value;
    }
}
