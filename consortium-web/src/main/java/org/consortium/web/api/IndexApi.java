package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import org.consortium.catalog.search.IndexRebuild;
import org.consortium.catalog.search.IndexStanding;
import org.consortium.core.member.Staff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The search index, for the council. */
@RestController
@RequestMapping("/api/v1/index")
@Tag(name = "Index")
class IndexApi {

    private static final String REBUILDS = "/api/v1/index/rebuilds";

    private final IndexStanding standing;
    private final IndexRebuild rebuild;
    private final Clock clock;

    IndexApi(IndexStanding standing, IndexRebuild rebuild, Clock clock) {
        this.standing = standing;
        this.rebuild = rebuild;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "How the search index stands", description = "What is in the catalogue, and what is found.")
    IndexView getIndex() {
        return IndexView.of(standing.now());
    }

    @GetMapping("/rebuilds")
    @Operation(
            summary = "The times it was made anew",
            description = "The last twenty, the newest first, one under way included.")
    Listing<IndexView.RebuildView> listRebuilds() {
        var now = clock.instant();
        return Listing.whole(standing.rebuilds(now), one -> IndexView.RebuildView.of(one, now));
    }

    @PostMapping("/rebuilds")
    @Operation(
            summary = "Make it anew",
            description =
                    "In the background; searches use the present one until it is done. Ask the list how far it is. "
                            + "One at a time: 409 while one is under way.")
    ResponseEntity<IndexView.RebuildView> startRebuild(Staff staff) {
        var now = clock.instant();
        rebuild.start(staff, now);
        return ResponseEntity.accepted()
                .location(URI.create(REBUILDS))
                .body(IndexView.RebuildView.of(standing.rebuilds(now).get(0), now));
    }
}
