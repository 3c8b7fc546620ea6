package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.consortium.catalog.search.RecordSearch;
import org.consortium.catalog.search.RecordView;
import org.consortium.core.member.BranchCode;
import org.consortium.core.union.RecordId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The union catalogue, for everybody. */
@RestController
@RequestMapping("/api/v1/records")
@Tag(name = "Records")
class RecordApi {

    private final RecordSearch search;
    private final RecordView view;

    RecordApi(RecordSearch search, RecordView view) {
        this.search = search;
        this.view = view;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(
            summary = "Search the union catalogue",
            description =
                    "One box: words in any order, \"phrases\", a title in pinyin, an ISBN; author:word, title:word, beginn*, "
                            + "this OR that, -unwanted. What is no such sign is words. Several values of one filter widen, "
                            + "different filters narrow. Each result says where a copy is on the shelf right now.")
    SearchView searchRecords(@ParameterObject @Valid SearchAsked asked) {
        return asked.isCounted()
                ? SearchView.of(search.search(asked.query()))
                : SearchView.withoutFacets(search.list(asked.query()));
    }

    @GetMapping("/{id}")
    @SecurityRequirements
    @ApiResponse(responseCode = "200", description = "OK")
    @ApiResponse(
            responseCode = "307",
            description = "It is joined with another record, which Location names; a librarian may part them again",
            content = @Content,
            headers = @Header(name = "Location", schema = @Schema(type = "string", format = "uri-reference")))
    @Operation(
            summary = "One record",
            description = "What it is, whose records are joined in it, and where every copy is right now.")
    ResponseEntity<RecordDetail> getRecord(
            @PathVariable RecordId id,
            @Parameter(description = "The branch somebody goes to: the nearest copies come first")
                    @RequestParam(required = false)
                    BranchCode near) {
        var page = view.record(id, near);
        if (page.isSuccessorOf(id)) {
            // what a browser keeps for good could not be undone
            return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                    .location(URI.create("/api/v1/records/" + page.record().id()))
                    .build();
        }
        return ResponseEntity.ok(RecordDetail.of(page));
    }
}
