package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The signs in what somebody typed: “phrases”, -unwanted, field:word, beginn*, this OR that. A sign that is not whole is a
 * word like any other, so nothing typed is ever wrong.
 */
final class QueryParts {

    private static final int MOST_UNWANTED = 10;

    /** One letter and a star would be a tenth of the catalogue. */
    private static final int SHORTEST_BEGINNING = 2;

    /** Quoted as anyone quotes; a Chinese book title mark means the title as it stands. */
    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"]*)\"|“([^”]*)”|「([^」]*)」|『([^』]*)』|《([^》]*)》|〈([^〉]*)〉");

    /** Before a word or phrase: without it, please. Inside a word it is a hyphen. */
    private static final Pattern UNWANTED = Pattern.compile("[-－−](?=[^\\s-])");

    private static final Pattern FIELD = Pattern.compile("([\\p{IsLatin}\\p{IsHan}]{1,12})[:：](?=\\S)");
    private static final Pattern WORD = Pattern.compile("[^\\s\"“「『《〈]+|\\S");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern OR = Pattern.compile("(?:OR|或|\\||｜)(?=\\s)");

    private final String typed;
    private final boolean shouted;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int unwanted;

    private QueryParts(String typed) {
        this.typed = typed;
        this.shouted = typed.equals(typed.toUpperCase(Locale.ROOT))
                && typed.replace("OR", "").codePoints().anyMatch(Character::isUpperCase);
    }

    /** A word, several plain words, or a phrase. */
    record Item(QueryField field, boolean quoted, boolean beginning, String text) {

        boolean isPlain() {
            return field == QueryField.ANY && !quoted && !beginning;
        }
    }

    /** What is wanted, or is not: one of the alternatives. */
    record Part(boolean wanted, List<Item> alternatives) {

        boolean isPlain() {
            return wanted && alternatives.size() == 1 && alternatives.get(0).isPlain();
        }
    }

    static List<Part> of(String typed) {
        return new QueryParts(typed).read();
    }

    /** What was typed without its signs, as words. */
    static String words(String typed) {
        return of(typed).stream()
                .filter(Part::wanted)
                .flatMap(part -> part.alternatives.stream())
                .map(Item::text)
                .collect(Collectors.joining(" "));
    }

    /** Plain words in a row are one part, for a number and its noun belong together (第 3 册, vol. 3). */
    private List<Part> read() {
        boolean either = false;
        while (skipsSpace()) {
            boolean begins = at == 0 || Character.isWhitespace(typed.charAt(at - 1));
            if (begins && !parts.isEmpty() && !either && !shouted && passes(OR)) {
                either = true;
                continue;
            }
            var part = part(begins);
            if (either && part.wanted && parts.get(parts.size() - 1).wanted) {
                join(part);
            } else {
                parts.add(part);
            }
            either = false;
        }
        return words();
    }

    private List<Part> words() {
        var joined = new ArrayList<Part>();
        for (var part : parts) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.isPlain() && part.isPlain()) {
                var text = last.alternatives.get(0).text + " " + part.alternatives.get(0).text;
                joined.set(joined.size() - 1, new Part(true, List.of(new Item(QueryField.ANY, false, false, text))));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private void join(Part part) {
        var before = parts.remove(parts.size() - 1);
        var alternatives = new ArrayList<>(before.alternatives);
        alternatives.addAll(part.alternatives);
        parts.add(new Part(true, alternatives));
    }

    private Part part(boolean begins) {
        boolean without = begins && unwanted < MOST_UNWANTED && passes(UNWANTED);
        if (without) {
            unwanted++;
        }
        var field = begins || without ? field() : QueryField.ANY;
        return new Part(!without, List.of(item(field)));
    }

    private QueryField field() {
        var matcher = here(FIELD);
        if (!matcher.lookingAt()) {
            return QueryField.ANY;
        }
        var field = QueryField.named(matcher.group(1));
        if (field.isPresent()) {
            at = matcher.end();
        }
        return field.orElse(QueryField.ANY);
    }

    private Item item(QueryField field) {
        var quoted = here(QUOTED);
        if (quoted.lookingAt()) {
            at = quoted.end();
            var inside = quoted.group().substring(1, quoted.group().length() - 1);
            return new Item(field, true, false, inside);
        }
        var word = here(WORD);
        word.lookingAt();
        at = word.end();
        var text = word.group();
        var stem = text.replaceFirst("[*＊]+$", "");
        boolean beginning = stem.length() < text.length() && stem.length() >= SHORTEST_BEGINNING;
        return new Item(field, false, beginning, beginning ? stem : text);
    }

    private boolean skipsSpace() {
        passes(SPACE);
        return at < typed.length();
    }

    private boolean passes(Pattern sign) {
        var matcher = here(sign);
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }

    private Matcher here(Pattern pattern) {
        return pattern.matcher(typed).region(at, typed.length()).useTransparentBounds(true);
    }
}
