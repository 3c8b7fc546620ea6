package org.consortium.catalog.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;

/** A description in the form in which it is compared with others. Most never are, so the forms are made when asked for. */
final class Publication {

    private static final Pattern LARGE_PRINT =
            Pattern.compile("large (print|type)|大字(本|版)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BRAILLE = Pattern.compile("braille|盲文", Pattern.CASE_INSENSITIVE);

    private final Description description;
    private final List<Identifier> evidence;
    private Title main;
    private Title whole;
    private Volumes volumes;
    private String special;

    private Publication(Description description) {
        this.description = description;
        this.evidence = Stream.of(Identifier.Kind.ISBN, Identifier.Kind.OCLC)
                .flatMap(kind -> description.identifiers().stream().filter(number -> number.kind() == kind))
                .distinct()
                .toList();
    }

    static Publication of(Description description) {
        return new Publication(description);
    }

    /** The numbers that may join it to another: ISBN and OCLC number. */
    List<Identifier> evidence() {
        return evidence;
    }

    Title main() {
        if (main == null) {
            main = Title.of(description.title());
        }
        return main;
    }

    /** Title, part and subtitle. */
    Title whole() {
        if (whole == null) {
            whole = Title.of(description.title() + " " + description.part() + " " + description.subtitle());
        }
        return whole;
    }

    /** Parallel, original, romanised titles, folded. */
    Set<String> otherTitles() {
        return description.otherTitles().stream().map(Folded::letters).collect(Collectors.toSet());
    }

    String part() {
        return Folded.letters(description.part());
    }

    Volumes volumes() {
        if (volumes == null) {
            volumes = Volumes.of(description);
        }
        return volumes;
    }

    Format format() {
        return description.format();
    }

    /** Print for the eye or the finger is another thing on the shelf, though catalogues call both a book. */
    String special() {
        if (special == null) {
            var text = String.join(
                    " ", description.title(), description.subtitle(), description.edition(), description.extent());
            special = BRAILLE.matcher(text).find()
                    ? "braille"
                    : LARGE_PRINT.matcher(text).find() ? "large-print" : "";
        }
        return special;
    }

    Integer year() {
        return description.year();
    }

    String edition() {
        return Folded.letters(description.edition());
    }

    /** How much else both say alike; it only decides between records that fit equally well. */
    int closenessTo(Publication other) {
        var sharedClasses = new HashSet<>(description.classNumbers());
        sharedClasses.retainAll(other.description.classNumbers());
        return 2 * sharedClasses.size()
                + alike(year(), other.year())
                + alike(edition(), other.edition())
                + alike(Folded.letters(description.publisher()), Folded.letters(other.description.publisher()))
                + alike(Folded.letters(description.extent()), Folded.letters(other.description.extent()));
    }

    private static int alike(Object one, Object other) {
        return one != null && !one.equals("") && Objects.equals(one, other) ? 1 : 0;
    }
}
