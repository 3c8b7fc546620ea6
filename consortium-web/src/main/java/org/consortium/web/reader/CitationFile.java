package org.consortium.web.reader;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Records written into one file to take along: for a reference manager, as a list of references, or to read. */
enum CitationFile {
    RIS("ris", "x-research-info-systems") {
        @Override
        String one(RecordId id, Description description) {
            return RisCitation.of(description, addressOf(id));
        }
    },
    BIB("bib", "x-bibtex") {
        @Override
        String one(RecordId id, Description description) {
            return BibtexCitation.of(id, description, addressOf(id)) + "\n";
        }
    },
    /** After GB/T 7714. */
    GBT("gbt.txt", null) {
        @Override
        String one(RecordId id, Description description) {
            return Citation.of(description) + "\n";
        }
    },
    TXT("txt", null) {
        @Override
        String one(RecordId id, Description description) {
            var year = description.year() == null ? "" : description.year().toString();
            var published = Stream.of(description.publisher(), year).filter(part -> !part.isEmpty());
            return Stream.of(
                                    description.fullTitle(),
                                    description.names().stream()
                                            .map(Description.Name::shown)
                                            .collect(Collectors.joining(", ")),
                                    published.collect(Collectors.joining(", ")),
                                    addressOf(id))
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.joining("\n"))
                    + "\n\n";
        }
    };

    private final String ending;
    private final MediaType type;

    CitationFile(String ending, String application) {
        this.ending = ending;
        this.type = application == null
                ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)
                : new MediaType("application", application, StandardCharsets.UTF_8);
    }

    abstract String one(RecordId id, Description description);

    /** The file with what its address ends on. */
    static CitationFile ending(String ending) {
        return Stream.of(values())
                .filter(file -> file.ending.equals(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such form of a citation"));
    }

    ResponseEntity<String> of(String name, Map<RecordId, Description> records) {
        var text = records.entrySet().stream()
                .map(record -> one(record.getKey(), record.getValue()))
                .collect(Collectors.joining());
        var named = ContentDisposition.attachment()
                .filename(name + "." + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .contentType(type)
                .body(text);
    }

    private static String addressOf(RecordId id) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/records/{id}")
                .buildAndExpand(id)
                .toUriString();
    }
}
