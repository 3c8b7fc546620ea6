package org.consortium.web.desk;

import java.util.Optional;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.core.member.LibraryCode;
import org.consortium.web.site.Pager;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One import as its library and the council see it: how far it is, what was doubtful, what could not be read. */
@Component
class ImportSheet {

    private static final int FINDINGS = 50;

    private final IntakeDesk desk;

    ImportSheet(IntakeDesk desk) {
        this.desk = desk;
    }

    /** {@code of} the library that may see it, or nothing for those who see all. */
    void show(String number, Optional<LibraryCode> of, String list, int page, Model model) {
        var job = desk.job(number, of);
        var rejects = list.equals("rejects") || job.counts().warned() == 0;
        var from = Math.max(0, page);
        model.addAttribute("job", job);
        model.addAttribute("list", rejects ? "rejects" : "warnings");
        if (rejects) {
            var found = desk.rejects(number, of, from, FINDINGS);
            model.addAttribute("rejects", found);
            model.addAttribute("pager", Pager.of(found));
        } else {
            var found = desk.warnings(number, of, from, FINDINGS);
            model.addAttribute("warnings", found);
            model.addAttribute("pager", Pager.of(found));
        }
    }

    /** All records that could not be read, as they came, to mend and send again. */
    ResponseEntity<StreamingResponseBody> rejects(String number, Optional<LibraryCode> of) {
        var file = desk.rejectFile(number, of);
        var named = ContentDisposition.attachment().filename(file.name()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                .body(out -> desk.writeRejects(number, of, out));
    }
}
