package org.consortium.web.reader;

import java.util.Map;
import org.consortium.catalog.search.RecordView;
import org.consortium.core.union.RecordId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A record to take along, in the forms a whole list has: for a reference manager, as a line of references, or to read. */
@Controller
class CitationPages {

    private final RecordView view;

    CitationPages(RecordView view) {
        this.view = view;
    }

    @GetMapping("/records/{id}/citation.{form}")
    ResponseEntity<String> file(@PathVariable RecordId id, @PathVariable String form) {
        var file = CitationFile.ending(form);
        var page = view.record(id, null);
        var record = page.record().id();
        return file.of(record.value(), Map.of(record, page.description()));
    }
}
