package org.consortium.core.union;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a catalogue record says of a publication, read out of MARC, a spreadsheet row or a form. Texts are as printed;
 * what is not stated is the empty text or list, never invented.
 *
 * @param title main title, never empty (MARC 21 245 $a, CNMARC 200 $a)
 * @param subtitle other title information (245 $b, 200 $e)
 * @param part number and name of the part or volume (245 $n $p, 200 $h $i)
 * @param otherTitles parallel, variant, uniform and romanised titles, and titles in the original script (246, 880, 5xx)
 * @param responsibility statement of responsibility (245 $c, 200 $f $g)
 * @param year four-digit year of publication
 * @param extent pages or pieces and size as printed (300, 215)
 * @param languages ISO 639-2/B codes, the text's first
 * @param links where it, or something about it, is on the web (856)
 */
public record Description(
        String title,
        String subtitle,
        String part,
        List<String> otherTitles,
        String responsibility,
        List<Name> names,
        String edition,
        String place,
        String publisher,
        Integer year,
        String extent,
        List<String> series,
        List<String> subjects,
        List<String> notes,
        String summary,
        List<Identifier> identifiers,
        List<ClassNumber> classNumbers,
        List<String> languages,
        Format format,
        List<Link> links) {

    public Description {
        title = clean(title);
        if (title.isEmpty()) {
            throw new IllegalArgumentException("A title is needed");
        }
        subtitle = clean(subtitle);
        part = clean(part);
        responsibility = clean(responsibility);
        edition = clean(edition);
        place = clean(place);
        publisher = clean(publisher);
        extent = clean(extent);
        summary = clean(summary);
        otherTitles = listed(otherTitles);
        names = listed(names);
        series = listed(series);
        subjects = listed(subjects);
        notes = listed(notes);
        identifiers = listed(identifiers);
        classNumbers = listed(classNumbers);
        languages = listed(languages);
        links = listed(links);
        format = format == null ? Format.OTHER : format;
    }

    private static <T> List<T> listed(List<T> said) {
        return said == null ? List.of() : List.copyOf(said);
    }

    /** A person or body with a part in the work; {@code original} is the name in its own script where the heading is romanised. */
    public record Name(String name, String original, String role) {

        public Name {
            name = clean(name);
            original = clean(original);
            role = clean(role);
            if (name.isEmpty()) {
                throw new IllegalArgumentException("A name is needed");
            }
        }

        public static Name of(String name, String role) {
            return new Name(name, "", role);
        }

        /** The form readers know: the original script where there is one. */
        public String shown() {
            return original.isEmpty() ? name : original;
        }
    }

    /** A class number and its scheme, such as CLC I247.57 or LCC PL2840. */
    public record ClassNumber(Scheme scheme, String number) {

        public enum Scheme {
            CLC,
            LCC,
            DDC,
            OTHER
        }

        public ClassNumber {
            number = clean(number);
        }
    }

    /** An address on the web and what is there, or nothing where the record does not say. */
    public record Link(String url, String label) {

        private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"]{3,1000}");

        public Link {
            url = clean(url);
            label = clean(label);
            if (!WEB.matcher(url).matches()) {
                throw new IllegalArgumentException("Not an address on the web: " + url);
            }
        }

        /** Nothing where it is no address a browser should open. */
        public static Optional<Link> in(String url, String label) {
            return WEB.matcher(clean(url)).matches() ? Optional.of(new Link(url, label)) : Optional.empty();
        }
    }

    public static Builder titled(String title) {
        return new Builder(title);
    }

    /** Title, part and subtitle in one line, as a reader would quote it. */
    public String fullTitle() {
        var whole = new StringBuilder(title);
        if (!part.isEmpty()) {
            whole.append(' ').append(part);
        }
        if (!subtitle.isEmpty()) {
            whole.append(": ").append(subtitle);
        }
        return whole.toString();
    }

    /** The first name, or the statement of responsibility, or nothing. */
    public String byline() {
        return names.stream().findFirst().map(Name::shown).orElse(responsibility);
    }

    public Optional<String> clc() {
        return classNumbers.stream()
                .filter(number -> number.scheme() == ClassNumber.Scheme.CLC)
                .map(ClassNumber::number)
                .findFirst();
    }

    public List<String> numbers(Identifier.Kind kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind() == kind)
                .map(Identifier::value)
                .toList();
    }

    private static String clean(String text) {
        return text == null ? "" : text.strip();
    }

    /** Gathers a description field by field; everything but the title may stay unsaid. */
    public static final class Builder {

        private final String title;
        private String subtitle = "";
        private String part = "";
        private List<String> otherTitles = List.of();
        private String responsibility = "";
        private List<Name> names = List.of();
        private String edition = "";
        private String place = "";
        private String publisher = "";
        private Integer year;
        private String extent = "";
        private List<String> series = List.of();
        private List<String> subjects = List.of();
        private List<String> notes = List.of();
        private String summary = "";
        private List<Identifier> identifiers = List.of();
        private List<ClassNumber> classNumbers = List.of();
        private List<String> languages = List.of();
        private Format format = Format.BOOK;
        private List<Link> links = List.of();

        private Builder(String title) {
            this.title = title;
        }

        public Builder subtitle(String value) {
            subtitle = value;
            return this;
        }

        public Builder part(String value) {
            part = value;
            return this;
        }

        public Builder otherTitles(List<String> values) {
            otherTitles = values;
            return this;
        }

        public Builder responsibility(String value) {
            responsibility = value;
            return this;
        }

        public Builder names(List<Name> values) {
            names = values;
            return this;
        }

        public Builder edition(String value) {
            edition = value;
            return this;
        }

        public Builder published(String placeName, String publisherName, Integer inYear) {
            place = placeName;
            publisher = publisherName;
            year = inYear;
            return this;
        }

        public Builder extent(String value) {
            extent = value;
            return this;
        }

        public Builder series(List<String> values) {
            series = values;
            return this;
        }

        public Builder subjects(List<String> values) {
            subjects = values;
            return this;
        }

        public Builder notes(List<String> values) {
            notes = values;
            return this;
        }

        public Builder summary(String value) {
            summary = value;
            return this;
        }

        public Builder identifiers(List<Identifier> values) {
            identifiers = values;
            return this;
        }

        public Builder classNumbers(List<ClassNumber> values) {
            classNumbers = values;
            return this;
        }

        public Builder languages(List<String> values) {
            languages = values;
            return this;
        }

        public Builder format(Format value) {
            format = value;
            return this;
        }

        public Builder links(List<Link> values) {
            links = values;
            return this;
        }

        public Description build() {
            return new Description(
                    title,
                    subtitle,
                    part,
                    otherTitles,
                    responsibility,
                    names,
                    edition,
                    place,
                    publisher,
                    year,
                    extent,
                    series,
                    subjects,
                    notes,
                    summary,
                    identifiers,
                    classNumbers,
                    languages,
                    format,
                    links);
        }
    }
}
