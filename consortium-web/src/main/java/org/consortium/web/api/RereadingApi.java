package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consortium.catalog.intake.RereadingDesk;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a library has sent, read again from what was kept. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
class RereadingApi {

    private final RereadingDesk desk;
    private final Clock clock;

    RereadingApi(RereadingDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/libraries/{code}/rereadings/sample")
    @Operation(
            summary = "What reading again would change",
            description = "Told by two hundred records taken by chance; nothing is changed.")
    SampleView sampleRereading(@PathVariable LibraryCode code, Staff staff) {
        return SampleView.of(desk.sample(code, staff));
    }

    @PostMapping("/libraries/{code}/rereadings")
    @Operation(
            summary = "Read a library's records again",
            description =
                    "All it has sent in MARC, from the bytes that were kept, by what is known of their fields today and where the "
                            + "library says its copies stand. What reads otherwise is replaced and matched anew. An import like others: "
                            + "they go before it. One at a time: 409 while one is under way.")
    ResponseEntity<ImportView> readAgain(@PathVariable LibraryCode code, Staff staff) {
        var job = desk.start(code, staff);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.number()))
                .body(ImportView.of(job, clock.instant()));
    }

    @PostMapping("/rereadings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Read the records of all libraries again", description = "One after the other.")
    Listing<ImportView> readAllAgain(Staff staff) {
        var now = clock.instant();
        return Listing.whole(desk.startAll(staff), job -> ImportView.of(job, now));
    }

    @Schema(name = "RereadingSample", description = "What reading again would change")
    record SampleView(
            @Schema(description = "How many records there are in all", example = "12040")
            long records,

            @Schema(description = "How many were looked at", example = "200")
            int looked,

            @Schema(description = "How many of these read otherwise", example = "31")
            int changed,

            @Schema(description = "How many of these cannot be read any more; they stay as they are", example = "0")
            int unreadable,

            @Schema(description = "How often each field reads otherwise", example = "{\"notes\": 30, \"numbers\": 2}")
            Map<String, Integer> fields,

            @Schema(description = "How many copies they tell of that are not known yet", example = "12")
            int copies,

            @Schema(description = "Some that read otherwise")
            List<ExampleView> examples) {

        static SampleView of(RereadingDesk.Sample sample) {
            return new SampleView(
                    sample.records(),
                    sample.looked(),
                    sample.changed(),
                    sample.unreadable(),
                    sample.fields(),
                    sample.copies(),
                    sample.examples().stream().map(ExampleView::of).toList());
        }
    }

    @Schema(name = "RereadingExample", description = "A record that reads otherwise")
    record ExampleView(
            @Schema(description = "The library's own number of it", example = "012001234567")
            String controlNumber,

            @Schema(description = "Its title as it reads today", example = "额尔古纳河右岸")
            String title,

            @Schema(description = "What reads otherwise", example = "[\"notes\"]")
            List<String> fields) {

        static ExampleView of(RereadingDesk.Example example) {
            return new ExampleView(example.controlNumber(), example.title(), example.fields());
        }
    }
}
