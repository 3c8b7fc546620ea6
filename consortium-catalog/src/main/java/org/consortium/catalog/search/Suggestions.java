package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.text.Folding;
import org.consortium.core.union.RecordId;
import org.springframework.stereotype.Service;

/** What somebody who is still typing may mean: titles and names that begin so, in characters, pinyin or initials. */
@Service
public class Suggestions {

    private static final int MOST_LOOKED_AT = 40;
    private static final int LONGEST = 60;

    private static final String[] TITLE_FIELDS = {"titleKeys", "pinyinKeys", "initials"};

    private final CatalogueIndex index;

    Suggestions(CatalogueIndex index) {
        this.index = index;
    }

    /** @param record the record of a title that is suggested; nothing for a person's or body's name */
    public record Suggestion(String text, Optional<RecordId> record) {}

    /** At most so many: names where one begins so, then titles, first what is typed in full, then the most borrowed. */
    public List<Suggestion> of(String typed, int most) {
        var key = Folding.key(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        if (key.isEmpty()) {
            return List.of();
        }
        var suggestions = new LinkedHashMap<String, Suggestion>();
        names(key).stream().limit(most / 2).forEach(name -> suggestions.put(Folding.key(name), named(name)));
        for (var title : titles(key)) {
            suggestions.putIfAbsent(Folding.key(title.title()), titled(title));
        }
        return suggestions.values().stream().limit(most).toList();
    }

    private List<ShownRecord> titles(String key) {
        return index.read(session -> session.search(RecordDocument.class)
                .select(ShownRecord.class)
                .where(f -> f.bool()
                        .must(f.prefix().fields(TITLE_FIELDS).matching(key).constantScore())
                        .should(f.match().fields(TITLE_FIELDS).matching(key).constantScore()))
                .sort(f -> f.score().then().field("loans").desc().then().field("titleOrder"))
                .fetchHits(MOST_LOOKED_AT));
    }

    private List<String> names(String key) {
        var records = index.read(session -> session.search(RecordDocument.class)
                .select(f -> f.field("namesShown", String.class).list())
                .where(f -> f.prefix().field("nameKeys").matching(key))
                .sort(f -> f.field("loans").desc().then().field("key"))
                .fetchHits(MOST_LOOKED_AT));
        var names = new LinkedHashMap<String, String>();
        for (var name : records.stream().flatMap(List::stream).toList()) {
            if (RecordDocument.nameKeys(name).anyMatch(begins -> begins.startsWith(key))) {
                names.putIfAbsent(Folding.key(name), name);
            }
        }
        return new ArrayList<>(names.values());
    }

    private static Suggestion named(String name) {
        return new Suggestion(name, Optional.empty());
    }

    private static Suggestion titled(ShownRecord record) {
        return new Suggestion(record.title(), Optional.of(new RecordId(record.id())));
    }
}
