package org.consortium.catalog.search;

/** How many letters lie between two spellings: left out, put in, mistaken, or two neighbours exchanged. */
final class EditDistance {

    private EditDistance() {}

    static int of(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        var now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int mistaken = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + mistaken);
                boolean exchanged = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (exchanged) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[other.length()];
    }
}
