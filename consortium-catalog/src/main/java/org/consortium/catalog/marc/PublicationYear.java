package org.consortium.catalog.marc;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.consortium.catalog.text.Numerals;

/** Finds the year of publication: coded first, then as printed. */
final class PublicationYear {

    private static final int EARLIEST = 500;
    private static final Pattern CODED = Pattern.compile("\\d{4}");
    private static final Pattern PRINTED = Pattern.compile("(?<!\\d)(1[0-9]{3}|20[0-9]{2})(?!\\d)");
    /** l975: old typewriters had no figure one. */
    private static final Pattern TYPED_LETTER = Pattern.compile("(?<![\\p{L}\\d])[lI](?=[5-9]\\d\\d(?!\\d))");
    /** Years of the Republic of China: 1 is 1912. */
    private static final Pattern REPUBLIC = Pattern.compile("民[国國]\\s?(\\d{1,3})");

    /** 19--, 199-?, 20uu, 198?: not known closer, and said so. */
    private static final Pattern UNCERTAIN = Pattern.compile("\\d\\s?\\[?[u?_\\p{Pd}]|\\b1?uuu");

    private final int latest;

    /** Books are announced for next year; what lies further ahead is a slip. */
    PublicationYear(int thisYear) {
        latest = thisYear + 2;
    }

    /** Null where neither says a possible year; an impossible one is told as a doubt. */
    Integer of(String coded, String printed, String tag, Warnings warnings) {
        var year = coded(coded, tag, warnings);
        return year != null ? year : printed(printed, tag, warnings);
    }

    private Integer coded(String coded, String tag, Warnings warnings) {
        if (!CODED.matcher(coded).matches() || coded.equals("0000")) {
            return null;
        }
        int year = Integer.parseInt(coded);
        if (possible(year)) {
            return year;
        }
        if (year != 9999) {
            warnings.add(MarcWarning.Kind.YEAR_ODD, tag, coded);
        }
        return null;
    }

    private Integer printed(String printed, String tag, Warnings warnings) {
        var narrow = TYPED_LETTER
                .matcher(Numerals.withYearsInDigits(Normalizer.normalize(printed, Normalizer.Form.NFKC)))
                .replaceAll("1");
        var found = PRINTED.matcher(narrow);
        while (found.find()) {
            int year = Integer.parseInt(found.group());
            if (possible(year)) {
                return year;
            }
        }
        var republic = REPUBLIC.matcher(narrow);
        if (republic.find() && possible(1911 + Integer.parseInt(republic.group(1)))) {
            return 1911 + Integer.parseInt(republic.group(1));
        }
        if (narrow.chars().anyMatch(Character::isDigit)
                && !UNCERTAIN.matcher(narrow).find()) {
            warnings.add(MarcWarning.Kind.YEAR_ODD, tag, printed);
        }
        return null;
    }

    private boolean possible(int year) {
        return year >= EARLIEST && year <= latest;
    }
}
