package org.consortium.catalog.matching;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Folding;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Identifier.Kind;

/**
 * A description in the form in which it is compared with others. Making it so takes longer than comparing, so each part is
 * made when it is first asked for: most candidates are told apart by their titles alone.
 */
public final class Publication {

    private static final Pattern LARGE_PRINT = Pattern.compile("large (?:print|type)|大字(?:本|版)");
    private static final Pattern BRAILLE = Pattern.compile("braille|盲文");
    private static final Pattern MICROFORM = Pattern.compile("micro(?:fiche|film|form|opaque)|缩微");

    private final Description description;
    private final String title;
    private final String subtitle;
    private final String foldedPart;
    private final Title main;
    private Title whole;
    private Volumes volumes;
    private Edition edition;
    private Authors authors;
    private Publisher publisher;
    private Extent extent;
    private String carrier;
    private Map<Kind, Set<String>> numbers;
    private Set<MatchKey> keys;
    private Set<String> otherTitles;
    private String words;

    private Publication(Description description) {
        this.description = description;
        this.title = Folding.fold(description.title());
        this.subtitle = Folding.fold(description.subtitle());
        this.foldedPart = Folding.fold(description.part());
        this.main = Title.of(proper());
    }

    public static Publication of(Description description) {
        return new Publication(description);
    }

    /** What it was made of. */
    public Description description() {
        return description;
    }

    /** Under what it is found. */
    Set<MatchKey> keys() {
        if (keys == null) {
            keys = MatchKey.of(this);
        }
        return keys;
    }

    Title main() {
        return main;
    }

    /** Without what it says of volumes and editions. */
    private String proper() {
        return Edition.without(Volumes.without(title));
    }

    /** Title, part and subtitle. */
    Title whole() {
        if (whole == null) {
            whole = foldedPart.isEmpty() && subtitle.isEmpty()
                    ? main
                    : Title.of((proper() + " " + Volumes.without(foldedPart) + " "
                                    + Edition.without(Volumes.without(subtitle)))
                            .replaceAll(" +", " ")
                            .strip());
        }
        return whole;
    }

    /** Folded, words parted by spaces. */
    String subtitle() {
        return subtitle;
    }

    /** Parallel, original, romanised titles, folded. */
    Set<String> otherTitles() {
        if (otherTitles == null) {
            otherTitles = description.otherTitles().stream()
                    .map(title -> Title.of(Folding.fold(title)).letters())
                    .collect(Collectors.toSet());
        }
        return otherTitles;
    }

    /** Number and name of the part, folded, without spaces. */
    String part() {
        return foldedPart.replace(" ", "");
    }

    Volumes volumes() {
        if (volumes == null) {
            volumes = Volumes.of(title, subtitle, foldedPart);
        }
        return volumes;
    }

    Format format() {
        return description.format();
    }

    /** Print for the eye or the finger is another thing on the shelf, though catalogues call both a book. */
    String carrier() {
        if (carrier == null) {
            carrier = carrier(title, subtitle, Folding.fold(description.edition()), Folding.fold(description.extent()));
        }
        return carrier;
    }

    private static String carrier(String... folded) {
        var text = String.join(" ", folded);
        if (BRAILLE.matcher(text).find()) {
            return "braille";
        }
        if (MICROFORM.matcher(text).find()) {
            return "microform";
        }
        return LARGE_PRINT.matcher(text).find() ? "large-print" : "";
    }

    Integer year() {
        return description.year();
    }

    Edition edition() {
        if (edition == null) {
            var statement = Folding.fold(description.edition());
            edition = statement.isEmpty() ? Edition.inTitle(title + " " + subtitle) : Edition.of(statement);
        }
        return edition;
    }

    Authors authors() {
        if (authors == null) {
            authors = Authors.of(description);
        }
        return authors;
    }

    Publisher publisher() {
        if (publisher == null) {
            publisher = Publisher.of(description.publisher());
        }
        return publisher;
    }

    Extent extent() {
        if (extent == null) {
            extent = Extent.of(description.extent());
        }
        return extent;
    }

    List<String> languages() {
        return description.languages();
    }

    Set<String> numbers(Kind kind) {
        return numbers().getOrDefault(kind, Set.of());
    }

    private Map<Kind, Set<String>> numbers() {
        if (numbers == null) {
            numbers = new EnumMap<>(Kind.class);
            for (var number : description.identifiers()) {
                numbers.computeIfAbsent(number.kind(), kind -> new TreeSet<>()).add(number.value());
            }
        }
        return numbers;
    }

    List<Identifier> identifiers() {
        return description.identifiers();
    }

    /** A line of a list says a title and perhaps an author, and nothing else that could tell two editions apart. */
    boolean isListed() {
        return year() == null
                && description.publisher().isEmpty()
                && description.extent().isEmpty()
                && description.edition().isEmpty()
                && description.identifiers().isEmpty();
    }

    boolean isFull() {
        return publisher().isSaid() && extent().isSaid();
    }

    /** Everything it says but its numbers, folded: two with the same words were copied from one another. */
    String words() {
        if (words == null) {
            var text = new StringBuilder();
            var names = description.names().stream().map(Description.Name::name);
            for (var said : List.of(
                    description.fullTitle(),
                    String.join("|", names.toList()),
                    description.edition(),
                    description.publisher(),
                    description.extent(),
                    String.join("|", description.series()))) {
                text.append(Folding.key(said)).append('|');
            }
            words = text.append(year()).append(languages()).append(format()).toString();
        }
        return words;
    }

    /** The kinds of numbers both have. */
    Set<Kind> kindsSharedWith(Publication other) {
        var shared = EnumSet.noneOf(Kind.class);
        shared.addAll(numbers().keySet());
        shared.retainAll(other.numbers().keySet());
        return shared;
    }
}
