package org.consortium.web.reader;

import java.util.List;

/**
 * One group of choices beside the results.
 *
 * @param key its name in the page and the key of its legend
 * @param more choices behind “more”, so that a long list does not hide the next group
 */
record FacetBox(String key, List<Choice> choices, List<Choice> more) {

    private static final int MOST_AT_ONCE = 8;

    /**
     * @param unseen what only its place on the screen says: whose own shelves they are; or null
     * @param swatch the main class whose colour stands before it, or null
     */
    record Choice(
            String name,
            String value,
            String text,
            String unseen,
            int depth,
            long count,
            boolean chosen,
            String swatch) {

        /** Fit for an id. */
        public String id() {
            return name + "-" + Integer.toHexString(value.hashCode());
        }
    }

    static FacetBox of(String key, List<Choice> all) {
        return of(key, all, MOST_AT_ONCE);
    }

    static FacetBox of(String key, List<Choice> all, int atOnce) {
        return all.size() <= atOnce + 2
                ? new FacetBox(key, all, List.of())
                : new FacetBox(key, all.subList(0, atOnce), all.subList(atOnce, all.size()));
    }

    public boolean isEmpty() {
        return choices.isEmpty();
    }

    /** Whether something behind “more” is chosen, so that it stands open. */
    public boolean isOpen() {
        return more.stream().anyMatch(Choice::chosen);
    }
}
