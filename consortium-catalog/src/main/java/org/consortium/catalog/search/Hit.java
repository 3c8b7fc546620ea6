package org.consortium.catalog.search;

import java.util.List;
import java.util.Optional;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;

/**
 * One record found.
 *
 * @param originalTitle the title in its own script where {@code title} is romanised, else empty
 * @param clc class number of the Chinese Library Classification or empty
 * @param year null where it is not stated
 */
public record Hit(
        RecordId id,
        String title,
        String part,
        String subtitle,
        String originalTitle,
        String byline,
        String edition,
        String publisher,
        Integer year,
        Format format,
        String clc,
        List<String> languages,
        List<String> isbns,
        Availability availability) {

    static Hit of(ShownRecord shown, Availability availability) {
        return new Hit(
                new RecordId(shown.id()),
                shown.title(),
                shown.part(),
                shown.subtitle(),
                shown.originalTitle(),
                shown.byline(),
                shown.edition(),
                shown.publisher(),
                shown.year(),
                Format.valueOf(shown.format()),
                shown.clc(),
                shown.languages(),
                shown.isbns(),
                availability);
    }

    /** The same with its libraries in another order. */
    public Hit with(Availability other) {
        return new Hit(
                id,
                title,
                part,
                subtitle,
                originalTitle,
                byline,
                edition,
                publisher,
                year,
                format,
                clc,
                languages,
                isbns,
                other);
    }

    /** Title, part and subtitle in one line, with the colon of their script between. */
    public String fullTitle() {
        var main = part.isEmpty() ? title : title + " " + part;
        return subtitle.isEmpty() ? main : main + (Pinyin.hasHan(title + subtitle) ? "：" : ": ") + subtitle;
    }

    public Optional<String> isbn() {
        return isbns.stream().findFirst();
    }
}
