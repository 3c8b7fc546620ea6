package org.consortium.web.reader;

import java.nio.charset.StandardCharsets;
import org.consortium.catalog.search.RecordPage;
import org.consortium.catalog.search.RecordView;
import org.consortium.core.union.RecordId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A record to take along into a reference manager, or as a line of a list of references. */
@Controller
class CitationPages {

    private static final MediaType RIS =
            new MediaType("application", "x-research-info-systems", StandardCharsets.UTF_8);
    private static final MediaType BIBTEX = new MediaType("application", "x-bibtex", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final RecordView view;

    CitationPages(RecordView view) {
        this.view = view;
    }

    @GetMapping("/records/{id}/citation.ris")
    ResponseEntity<String> ris(@PathVariable RecordId id) {
        var page = view.record(id, null);
        return file(page, "ris", RIS, RisCitation.of(page.description(), addressOf(page)));
    }

    @GetMapping("/records/{id}/citation.bib")
    ResponseEntity<String> bibtex(@PathVariable RecordId id) {
        var page = view.record(id, null);
        var entry = BibtexCitation.of(page.record().id(), page.description(), addressOf(page));
        return file(page, "bib", BIBTEX, entry);
    }

    /** After GB/T 7714. */
    @GetMapping("/records/{id}/citation.txt")
    ResponseEntity<String> line(@PathVariable RecordId id) {
        var page = view.record(id, null);
        return file(page, "txt", TEXT, Citation.of(page.description()) + "\n");
    }

    private static String addressOf(RecordPage page) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/records/{id}")
                .buildAndExpand(page.record().id())
                .toUriString();
    }

    private static ResponseEntity<String> file(RecordPage page, String ending, MediaType type, String content) {
        var named = ContentDisposition.attachment()
                .filename(page.record().id() + "." + ending)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .contentType(type)
                .body(content);
    }
}
