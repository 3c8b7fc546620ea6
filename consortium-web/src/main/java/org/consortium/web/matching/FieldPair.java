package org.consortium.web.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.text.Folding;
import org.consortium.core.union.Description;
import org.consortium.web.site.LanguageNames;
import org.springframework.context.MessageSource;

/**
 * What two descriptions say in one field, side by side.
 *
 * @param field end of the message key that names it
 */
record FieldPair(String field, Text one, Text other, Likeness likeness) {

    /** How what the two say compares; it is told as a word, for colour alone says nothing. */
    enum Likeness {
        SAME,
        /** The same but for width, case, accents, punctuation, traditional or simplified characters. */
        WRITTEN_OTHERWISE,
        OTHER,
        ONE_ONLY,
        OTHER_ONLY;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A text and in it the part that is not the same in the other. */
    record Text(String before, String differing, String after) {

        public boolean isEmpty() {
            return before.isEmpty() && differing.isEmpty() && after.isEmpty();
        }
    }

    static List<FieldPair> of(Description one, Description other, MessageSource messages, Locale locale) {
        var pairs = new ArrayList<FieldPair>();
        add(pairs, "title", one, other, Description::title);
        add(pairs, "subtitle", one, other, Description::subtitle);
        add(pairs, "part", one, other, Description::part);
        add(pairs, "other-titles", one, other, said -> String.join("；", said.otherTitles()));
        add(pairs, "names", one, other, FieldPair::names);
        add(pairs, "responsibility", one, other, Description::responsibility);
        add(pairs, "edition", one, other, Description::edition);
        add(pairs, "publisher", one, other, FieldPair::imprint);
        add(
                pairs,
                "year",
                one,
                other,
                said -> said.year() == null ? "" : said.year().toString());
        add(pairs, "extent", one, other, Description::extent);
        add(pairs, "series", one, other, said -> String.join("；", said.series()));
        add(
                pairs,
                "numbers",
                one,
                other,
                said -> said.identifiers().stream()
                        .map(number -> word(messages, "word.identifier-kind." + code(number.kind()), locale) + " "
                                + number.value())
                        .collect(Collectors.joining("；")));
        add(
                pairs,
                "language",
                one,
                other,
                said -> said.languages().stream()
                        .map(language -> LanguageNames.of(language, locale))
                        .collect(Collectors.joining("、")));
        add(pairs, "format", one, other, said -> word(messages, "word.format." + code(said.format()), locale));
        add(
                pairs,
                "class",
                one,
                other,
                said -> said.classNumbers().stream()
                        .map(number -> number.scheme() + " " + number.number())
                        .collect(Collectors.joining("；")));
        add(pairs, "subjects", one, other, said -> String.join("；", said.subjects()));
        add(pairs, "notes", one, other, said -> String.join("；", said.notes()));
        add(
                pairs,
                "links",
                one,
                other,
                said -> said.links().stream().map(Description.Link::url).collect(Collectors.joining("；")));
        return pairs;
    }

    private static String names(Description said) {
        return said.names().stream()
                .map(name -> name.original().isEmpty() ? name.name() : name.original() + " " + name.name())
                .collect(Collectors.joining("；"));
    }

    private static String imprint(Description said) {
        return said.place().isEmpty() || said.publisher().isEmpty()
                ? said.place() + said.publisher()
                : said.place() + "：" + said.publisher();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(MessageSource messages, String key, Locale locale) {
        return messages.getMessage(key, null, key, locale);
    }

    /** What neither says is left out. */
    private static void add(
            List<FieldPair> pairs,
            String field,
            Description one,
            Description other,
            Function<Description, String> said) {
        var pair = of(field, said.apply(one), said.apply(other));
        if (!pair.one.isEmpty() || !pair.other.isEmpty()) {
            pairs.add(pair);
        }
    }

    static FieldPair of(String field, String one, String other) {
        var likeness = likeness(one, other);
        if (likeness != Likeness.OTHER) {
            return new FieldPair(field, new Text(one, "", ""), new Text(other, "", ""), likeness);
        }
        int begun = shared(one, other, 0, false);
        int ended = shared(one, other, begun, true);
        return new FieldPair(field, text(one, begun, ended), text(other, begun, ended), likeness);
    }

    private static Likeness likeness(String one, String other) {
        if (one.equals(other)) {
            return Likeness.SAME;
        }
        if (one.isEmpty()) {
            return Likeness.OTHER_ONLY;
        }
        if (other.isEmpty()) {
            return Likeness.ONE_ONLY;
        }
        return Folding.key(one).equals(Folding.key(other)) ? Likeness.WRITTEN_OTHERWISE : Likeness.OTHER;
    }

    /** How many characters both begin or, of what is left after {@code taken}, end with. */
    private static int shared(String one, String other, int taken, boolean atTheEnd) {
        int most = Math.min(one.length(), other.length()) - taken;
        int shared = 0;
        while (shared < most && at(one, shared, atTheEnd) == at(other, shared, atTheEnd)) {
            shared++;
        }
        // a character of two halves is not cut in two
        boolean half = shared > 0
                && (atTheEnd
                        ? Character.isLowSurrogate(one.charAt(one.length() - shared))
                        : Character.isHighSurrogate(one.charAt(shared - 1)));
        return half ? shared - 1 : shared;
    }

    private static char at(String text, int place, boolean fromTheEnd) {
        return text.charAt(fromTheEnd ? text.length() - 1 - place : place);
    }

    private static Text text(String text, int begun, int ended) {
        return new Text(
                text.substring(0, begun),
                text.substring(begun, text.length() - ended),
                text.substring(text.length() - ended));
    }
}
