package org.consortium.catalog.marc;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.Issn;

/** Gathers a record's identifiers: valid ones once each in their one spelling, of the others a doubt is told. */
final class FoundNumbers {

    private static final Pattern ISBN_LIKE = Pattern.compile("[0-9][0-9\\s\\p{Pd}]{7,20}[0-9Xx]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s;,:/()]+");
    private static final Pattern ISSN_LIKE = Pattern.compile("\\d{4}\\s?\\p{Pd}?\\s?\\d{3}[\\dXx]");
    private static final Pattern UNIFIED = Pattern.compile("(\\d{4,5})\\s?[·.．・]\\s?(\\d{1,5})");
    private static final Pattern OCLC = Pattern.compile("(?i)(?:ocm|ocn|on)?0*(\\d{1,14})\\b.*");
    private static final Pattern OCLC_BY_PREFIX = Pattern.compile("(?:ocm|ocn|on)\\d{8,12}");
    private static final Pattern WITH_AGENCY = Pattern.compile("\\(([^()]{1,20})\\)\\s*(\\S.{0,70})");
    private static final Pattern LCCN = Pattern.compile("[a-z]{0,3}\\d{8,10}");

    private static final Pattern SET = Pattern.compile("(?i)(?<!\\p{L})(?:set|complete|ensemble|gesamt\\w*)(?!\\p{L})"
            + "|[全成整]套|(?<!\\p{L})套|全[0-9一二三四五六七八九十百]+[册冊卷集套]");
    private static final Pattern VOLUME =
            Pattern.compile("(?i)(?<!\\p{L})(?:v|vol|vols|volume|bd|band|t|tome|pt|part)\\.?\\s*(?:\\d|[ivx]+\\b)"
                    + "|第.{1,5}[册冊卷辑輯编編部集]|[上中下][册冊卷集部]");

    private static final int LONGEST_OTHER = 100;

    private final Warnings warnings;
    private final Set<Identifier> found = new LinkedHashSet<>();
    private final Set<Identifier> ofSets = new HashSet<>();
    private final Set<Identifier> ofVolumes = new HashSet<>();

    FoundNumbers(Warnings warnings) {
        this.warnings = warnings;
    }

    /**
     * ISBN, perhaps with words around it; in CNMARC also the book number used before ISBN.
     *
     * @param qualifier what the record says of the number, such as hardcover, set, v. 2, 套装
     */
    void isbn(String text, String qualifier, String tag) {
        if (text.isBlank()) {
            return;
        }
        var narrow = narrow(text);
        var isbn = isbnIn(narrow);
        if (isbn.isPresent()) {
            qualified(Identifier.of(isbn.get()), narrow + " " + narrow(qualifier));
            return;
        }
        if (UNIFIED.matcher(narrow).lookingAt()) {
            unified(narrow);
            return;
        }
        warnings.add(MarcWarning.Kind.ISBN_INVALID, tag, text);
    }

    private void qualified(Identifier isbn, String text) {
        found.add(isbn);
        if (SET.matcher(text.strip()).find()) {
            ofSets.add(isbn);
        } else if (VOLUME.matcher(text).find()) {
            ofVolumes.add(isbn);
        }
    }

    /** With blanks or hyphens inside, or else the first word that is one where several numbers share a subfield. */
    private static Optional<Isbn> isbnIn(String text) {
        var like = ISBN_LIKE.matcher(text);
        if (!like.find()) {
            return Optional.empty();
        }
        var whole = Isbn.in(like.group());
        return whole.isPresent()
                ? whole
                : BETWEEN_WORDS
                        .splitAsStream(text)
                        .map(Isbn::in)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    void issn(String text, String tag) {
        if (text.isBlank()) {
            return;
        }
        var like = ISSN_LIKE.matcher(narrow(text));
        var issn = like.find() ? Issn.in(like.group()) : Optional.<Issn>empty();
        if (issn.isPresent()) {
            found.add(Identifier.of(issn.get()));
        } else {
            warnings.add(MarcWarning.Kind.ISSN_INVALID, tag, text);
        }
    }

    /** 统一书号, such as 10019·1979. */
    void unified(String text) {
        var like = UNIFIED.matcher(narrow(text));
        if (like.find()) {
            found.add(new Identifier(Identifier.Kind.UNIFIED_BOOK_NUMBER, like.group(1) + "." + like.group(2)));
        }
    }

    /** What CNMARC has in 091 and 092: 10019·1979, CN 11-2127/TP, or the number a post office orders by (82-789). */
    void bookOrOrderNumber(String text) {
        if (UNIFIED.matcher(narrow(text)).find()) {
            unified(text);
        } else if (text.chars().anyMatch(Character::isDigit)) {
            other(text);
        }
    }

    /** Of a publisher, a report, a standard, an order: found by it, never compared by it. */
    void other(String text) {
        var number = narrow(text).strip().replaceAll("\\s+", " ");
        if (!number.isEmpty() && number.length() <= LONGEST_OTHER) {
            found.add(new Identifier(Identifier.Kind.OTHER, number));
        }
    }

    /** A number with its agency before it, as field 035 has it; OCLC's own become OCLC numbers. */
    void withAgency(String text) {
        var matched = WITH_AGENCY.matcher(text.strip());
        if (matched.matches()) {
            ofAgency(matched.group(1).strip(), matched.group(2).strip());
        } else {
            oclcByPrefix(text.strip());
        }
    }

    void ofAgency(String agency, String number) {
        if (agency.equalsIgnoreCase("OCoLC") || agency.equalsIgnoreCase("OCLC")) {
            oclc(number);
        } else if (!agency.isBlank() && !number.isBlank() && agency.length() + number.length() < 95) {
            found.add(new Identifier(Identifier.Kind.AGENCY, "(" + agency + ")" + number));
        }
    }

    void oclc(String number) {
        var matched = OCLC.matcher(number);
        if (matched.matches()) {
            found.add(new Identifier(Identifier.Kind.OCLC, matched.group(1)));
        }
    }

    /** The number of a government document; spacing and case are everyone's own. */
    void document(String number) {
        var spaced = number.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (!spaced.isEmpty() && spaced.length() <= 100) {
            found.add(new Identifier(Identifier.Kind.DOCUMENT, spaced));
        }
    }

    void oclcByPrefix(String number) {
        if (OCLC_BY_PREFIX.matcher(number).matches()) {
            oclc(number);
        }
    }

    /** Normalised as the Library of Congress says: no blanks, nothing after a slash, the part after a hyphen six digits. */
    void lccn(String text) {
        var number = text.replace(" ", "");
        int slash = number.indexOf('/');
        number = slash >= 0 ? number.substring(0, slash) : number;
        int hyphen = number.indexOf('-');
        if (hyphen >= 0) {
            var serial = number.substring(hyphen + 1);
            number = number.substring(0, hyphen) + "0".repeat(Math.max(0, 6 - serial.length())) + serial;
        }
        if (LCCN.matcher(number).matches()) {
            found.add(new Identifier(Identifier.Kind.LCCN, number));
        }
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * All numbers; those of ISBN as they stand to what is described.
     *
     * @param volume whether the record describes one volume of something larger
     */
    List<Identifier> all(boolean volume) {
        boolean wholeSet = !volume && (ofVolumes.size() > 1 || !ofSets.isEmpty());
        return found.stream()
                .map(number -> volume && ofSets.contains(number)
                        ? new Identifier(Identifier.Kind.ISBN_OF_SET, number.value())
                        : wholeSet && ofVolumes.contains(number)
                                ? new Identifier(Identifier.Kind.ISBN_OF_VOLUME, number.value())
                                : number)
                .toList();
    }
}
