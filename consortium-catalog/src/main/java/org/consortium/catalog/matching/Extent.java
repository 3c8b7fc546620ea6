package org.consortium.catalog.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How much there is of it: pages, or the pieces of a set.
 *
 * @param pages 0 where none are stated
 * @param pieces 0 where none are stated
 */
record Extent(int pages, int pieces) {

    static final Extent UNSAID = new Extent(0, 0);

    private static final int CLOSE_PAGES = 5;
    private static final double CLOSE = 0.03;
    private static final double FAR = 0.15;

    private static final Pattern SIZE = Pattern.compile("\\d+(?:[.,]\\d+)? ?(?:[x×] ?\\d+ ?)?(?:cm|mm|厘米|公分)\\b?");
    private static final Pattern PIECES =
            Pattern.compile("(?<!in )(?<!\\d)(\\d{1,3}) ?(?:v|vol|vols|volumes?|bde?|tomes?|t|册|冊|卷|函)(?![\\p{L}])");
    private static final Pattern PAGED =
            Pattern.compile("\\d ?\\]?,? ?(?:p|pp|pages?|pgs|s|seiten?|sivua|l|leaves|页|頁|叶|葉|面)");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,4}(?!\\d)");

    static Extent of(String printed) {
        if (printed.isEmpty()) {
            return UNSAID;
        }
        var text = Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int size = text.indexOf(';');
        text = SIZE.matcher(size > 0 ? text.substring(0, size) : text).replaceAll(" ");
        var pieces = PIECES.matcher(text);
        int number = pieces.find() ? Integer.parseInt(pieces.group(1)) : 0;
        boolean boundInOne = number > 1 && text.contains(" in 1");
        return new Extent(pages(pieces.replaceAll(" ")), boundInOne ? 1 : number);
    }

    /** The longest sequence: roman preliminaries, plates and unnumbered leaves are counted differently from house to house. */
    private static int pages(String text) {
        if (!PAGED.matcher(text).find()) {
            return 0;
        }
        return NUMBER.matcher(text)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .max()
                .orElse(0);
    }

    boolean isSaid() {
        return pages > 0 || pieces > 0;
    }

    boolean isSet() {
        return pieces > 1;
    }

    private boolean isOneVolume() {
        return pieces <= 1 && pages > 0;
    }

    boolean isSameAs(Extent other) {
        if (pages > 0 && other.pages > 0) {
            return Math.abs(pages - other.pages) <= Math.max(CLOSE_PAGES, CLOSE * Math.max(pages, other.pages));
        }
        return isSet() && pieces == other.pieces;
    }

    boolean contradicts(Extent other) {
        if (pages > 0 && other.pages > 0) {
            return Math.abs(pages - other.pages) > FAR * Math.max(pages, other.pages);
        }
        return isSet() && other.isSet() && pieces != other.pieces;
    }

    /** One counts the pages of a single volume, the other the volumes of a set. */
    boolean isOnePartOf(Extent other) {
        return isOneVolume() && other.isSet() && !isSameAs(other);
    }
}
