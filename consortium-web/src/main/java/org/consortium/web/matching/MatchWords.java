package org.consortium.web.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.consortium.catalog.matching.Band;
import org.consortium.catalog.matching.Weighed;
import org.consortium.core.Label;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.RecordId;
import org.consortium.web.site.Telling;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tells what was weighed in the words of a cataloguer: keys, points and vetoes stand as codes in the decisions. */
@Component
class MatchWords {

    private static final List<String> NUMBERS = Arrays.stream(Identifier.Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Libraries libraries;
    private final Telling telling;

    MatchWords(Libraries libraries, Telling telling) {
        this.libraries = libraries;
        this.telling = telling;
    }

    /** Under what the two were found: 题名与年, and the value. */
    record Key(String kind, String value) {}

    /** What speaks for it or against it, and how much, in hundredths. */
    record Point(String word, int points) {}

    /**
     * A comparison in words.
     *
     * @param agreeing of the members of the record so many agreed, of {@code compared}
     */
    record Told(
            RecordId record,
            Band band,
            int score,
            List<Key> keys,
            List<Point> points,
            List<String> vetoes,
            int agreeing,
            int compared) {}

    Told told(Weighed weighed) {
        return new Told(
                weighed.record(),
                weighed.band(),
                weighed.score(),
                weighed.keys().stream().map(this::key).toList(),
                weighed.signs().stream().map(this::point).toList(),
                weighed.vetoes().stream().map(veto -> word("word.veto." + veto)).toList(),
                weighed.agreeing(),
                weighed.compared());
    }

    private Key key(String code) {
        int space = code.indexOf(' ');
        var kind = code.substring(0, Math.max(space, 0));
        var name = NUMBERS.contains(kind) ? "word.identifier-kind." + kind.replace('_', '-') : "matching.key." + kind;
        return new Key(word(name), code.substring(space + 1));
    }

    private Point point(String code) {
        int space = code.indexOf(' ');
        return new Point(word("word.sign." + code.substring(0, space)), Integer.parseInt(code.substring(space + 1)));
    }

    Map<LibraryCode, Label> names(Collection<LibraryCode> codes) {
        return libraries
                .findAllById(codes.stream().map(LibraryCode::value).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Library::code, Library::name));
    }

    /** Does it and says so on the next page, or says why not; what is not found is thrown on. */
    <T> Optional<T> tellOrRefuse(RedirectAttributes after, Supplier<T> deed, Function<T, String> sentence) {
        return telling.tell(after, deed, sentence);
    }

    String word(String key, Object... arguments) {
        return telling.word(key, arguments);
    }
}
