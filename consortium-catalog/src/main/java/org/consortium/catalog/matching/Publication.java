package org.consortium.catalog.matching;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;

/**
 * A description in the form in which it is compared with others.
 *
 * @param main the folded title
 * @param whole title, part and subtitle, folded
 * @param others further titles, folded
 * @param evidence the numbers that may join it to another: ISBN and OCLC number
 */
record Publication(
        String main,
        String whole,
        Set<String> others,
        String part,
        Volumes volumes,
        Format format,
        String special,
        Integer year,
        String edition,
        List<Identifier> evidence) {

    private static final Pattern LARGE_PRINT =
            Pattern.compile("large (print|type)|大字(本|版)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BRAILLE = Pattern.compile("braille|盲文", Pattern.CASE_INSENSITIVE);

    static Publication of(Description description) {
        return new Publication(
                Folded.letters(description.title()),
                Folded.letters(description.title() + " " + description.part() + " " + description.subtitle()),
                description.otherTitles().stream()
                        .map(Folded::letters)
                        .filter(title -> !title.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                Folded.letters(description.part()),
                Volumes.of(description),
                description.format(),
                special(description),
                description.year(),
                Folded.letters(description.edition()),
                evidence(description));
    }

    /** Print for the eye or the finger is another thing on the shelf, though catalogues call both a book. */
    private static String special(Description description) {
        var text = String.join(
                " ", description.title(), description.subtitle(), description.edition(), description.extent());
        if (BRAILLE.matcher(text).find()) {
            return "braille";
        }
        return LARGE_PRINT.matcher(text).find() ? "large-print" : "";
    }

    private static List<Identifier> evidence(Description description) {
        return Stream.of(Identifier.Kind.ISBN, Identifier.Kind.OCLC)
                .flatMap(kind -> description.identifiers().stream().filter(number -> number.kind() == kind))
                .distinct()
                .toList();
    }
}
