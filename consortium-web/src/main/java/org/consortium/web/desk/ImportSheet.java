package org.consortium.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.catalog.intake.IntakeJob;
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
    private final Clock clock;

    ImportSheet(IntakeDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** {@code of} the library that may see it, or nothing for those who see all. */
    void show(String number, Optional<LibraryCode> of, String list, int page, Model model) {
        var job = desk.job(number, of);
        var rejects = list.equals("rejects") || job.counts().warned() == 0;
        var from = Math.max(0, page);
        progress(job, model);
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

    /** Only how far it is. */
    void progress(String number, Optional<LibraryCode> of, Model model) {
        progress(desk.job(number, of), model);
    }

    private void progress(IntakeJob job, Model model) {
        model.addAttribute("job", job);
        model.addAttribute(
                "minutes",
                job.remaining(clock.instant()).map(Duration::toMinutes).orElse(null));
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
