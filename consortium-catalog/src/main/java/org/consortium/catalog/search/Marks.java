package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consortium.catalog.search.QueryText.Term;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.catalog.text.WordForms;

/**
 * Marks in a text as it is displayed what of it was asked for, whichever way that was typed: 红楼 in 紅樓夢校注, hlm in 红楼梦,
 * miserables in Les Misérables.
 */
public final class Marks {

    private static final int SHORTEST_INITIALS = 2;

    private final List<Term> terms;
    private final List<List<String>> spoken = new ArrayList<>();
    private final String initials;

    private Marks(QueryText text) {
        terms = text.wanted().stream()
                .flatMap(group -> group.alternatives().stream())
                .flatMap(List::stream)
                .toList();
        if (text.mayBePinyin()) {
            spoken.addAll(text.spoken());
            terms.forEach(term -> spoken.addAll(Pinyin.readings(term.text())));
            spoken.removeIf(syllables -> syllables.size() < 2);
        }
        initials = text.mayBePinyin() && terms.size() == 1 ? text.key() : "";
    }

    /** Of what was searched: the spelling that was meant, where what was typed finds nothing. */
    public static Marks of(SearchResult result) {
        return of(result.instead().readAs().orElse(result.query().text()));
    }

    static Marks of(String typed) {
        return new Marks(new QueryText(typed));
    }

    /** A piece of the text. */
    public record Piece(String text, boolean marked) {}

    public List<Piece> title(String shown) {
        return pieces(shown, QueryField.TITLE);
    }

    public List<Piece> name(String shown) {
        return pieces(shown, QueryField.AUTHOR);
    }

    public List<Piece> publisher(String shown) {
        return pieces(shown, QueryField.PUBLISHER);
    }

    private List<Piece> pieces(String shown, QueryField of) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var text = new ShownText(shown);
        for (var term : terms) {
            if (term.field() == QueryField.ANY || term.field() == of) {
                mark(term, of, text);
            }
        }
        spoken.forEach(syllables -> text.markSpoken(syllables, of == QueryField.AUTHOR));
        if (of == QueryField.TITLE && initials.length() >= SHORTEST_INITIALS && !text.isMarked()) {
            text.markInitials(initials);
        }
        return text.pieces();
    }

    private static void mark(Term term, QueryField of, ShownText text) {
        switch (term.kind()) {
            case RUN -> text.markPairs(term.text());
            case WORD -> {
                text.mark(term.text(), true, true);
                WordForms.of(term.text()).forEach(form -> text.mark(form, true, true));
            }
            case EXACT -> text.mark(term.text(), true, true);
            case BEGINNING -> text.mark(term.text(), true, false);
            case PHRASE -> text.mark(Folding.fold(term.text()), false, false);
        }
        if (term.field() == of && QueryText.isLatin(term)) {
            Pinyin.readings(term.text()).forEach(syllables -> text.markSpoken(syllables, of == QueryField.AUTHOR));
        }
    }

    /** The text folded sign by sign, each knowing where it stands in what is displayed. */
    private static final class ShownText {

        private final String shown;
        private final List<Integer> signs = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private final boolean[] marked;

        ShownText(String shown) {
            this.shown = shown;
            this.marked = new boolean[shown.length()];
            boolean between = false;
            int next;
            for (int at = 0; at < shown.length(); at = next) {
                next = endOfSign(at);
                var folded = Folding.fold(shown.substring(at, next));
                if (folded.isEmpty()) {
                    between = true;
                    continue;
                }
                if (between && !signs.isEmpty()) {
                    add(' ', at);
                }
                between = false;
                int place = at;
                folded.codePoints().forEach(sign -> add(sign, place));
            }
        }

        private void add(int sign, int place) {
            signs.add(sign);
            places.add(place);
        }

        /** After a character and the accents over it. */
        private int endOfSign(int at) {
            int end = at + Character.charCount(shown.codePointAt(at));
            while (end < shown.length() && Character.getType(shown.codePointAt(end)) == Character.NON_SPACING_MARK) {
                end += Character.charCount(shown.codePointAt(end));
            }
            return end;
        }

        void mark(String folded, boolean fromBeginning, boolean toEnd) {
            var wanted = folded.codePoints().toArray();
            for (int at = 0; wanted.length > 0 && at + wanted.length <= signs.size(); at++) {
                if (stands(wanted, at)
                        && !(fromBeginning && isInWord(at - 1))
                        && !(toEnd && isInWord(at + wanted.length))) {
                    markFrom(at, wanted.length);
                }
            }
        }

        /** Characters written without spaces may be several words: each pair of neighbours is marked. */
        void markPairs(String run) {
            var wanted = run.codePoints().toArray();
            if (wanted.length < 2) {
                mark(run, false, false);
            }
            for (int at = 0; at + 1 < wanted.length; at++) {
                mark(new String(wanted, at, 2), false, false);
            }
        }

        private boolean stands(int[] wanted, int at) {
            for (int i = 0; i < wanted.length; i++) {
                if (signs.get(at + i) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }

        private boolean isInWord(int at) {
            return at >= 0 && at < signs.size() && signs.get(at) != ' ' && !Character.isIdeographic(signs.get(at));
        }

        private void markFrom(int at, int length) {
            for (int sign = at; sign < at + length; sign++) {
                int place = places.get(sign);
                if (signs.get(sign) != ' ') {
                    Arrays.fill(marked, place, endOfSign(place), true);
                }
            }
        }

        void markSpoken(List<String> syllables, boolean name) {
            for (var run : runs()) {
                for (var way : ways(run, name)) {
                    for (int at = 0; at + syllables.size() <= way.size(); at++) {
                        if (way.subList(at, at + syllables.size()).equals(syllables)) {
                            markFrom(run.from() + at, syllables.size());
                        }
                    }
                }
            }
        }

        /** The first letters of a title's characters, from its beginning. */
        void markInitials(String letters) {
            for (var run : runs()) {
                for (var way : run.from() == 0 ? ways(run, false) : List.<List<String>>of()) {
                    var said = Pinyin.initials(way);
                    if (said.startsWith(letters) || letters.startsWith(said) && said.length() >= SHORTEST_INITIALS) {
                        markFrom(0, Math.min(said.length(), letters.length()));
                    }
                }
            }
        }

        /** Chinese characters one after the other. */
        private record Run(int from, String text) {}

        private List<Run> runs() {
            var runs = new ArrayList<Run>();
            var run = new StringBuilder();
            for (int at = 0; at <= signs.size(); at++) {
                if (at < signs.size() && Character.isIdeographic(signs.get(at))) {
                    run.appendCodePoint(signs.get(at));
                } else if (run.length() > 0) {
                    runs.add(new Run(at - run.codePointCount(0, run.length()), run.toString()));
                    run.setLength(0);
                }
            }
            return runs;
        }

        /** The ways to speak the run, a syllable for each character. */
        private static List<List<String>> ways(Run run, boolean name) {
            var ways = new ArrayList<>(Pinyin.variants(run.text()));
            if (name) {
                ways.add(Pinyin.nameSyllables(run.text()));
            }
            ways.removeIf(
                    way -> way.size() != run.text().codePointCount(0, run.text().length()));
            return ways;
        }

        boolean isMarked() {
            for (boolean one : marked) {
                if (one) {
                    return true;
                }
            }
            return false;
        }

        List<Piece> pieces() {
            var pieces = new ArrayList<Piece>();
            int from = 0;
            for (int at = 1; at <= marked.length; at++) {
                if (at == marked.length || marked[at] != marked[from]) {
                    pieces.add(new Piece(shown.substring(from, at), marked[from]));
                    from = at;
                }
            }
            return pieces;
        }
    }
}
