package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.consortium.catalog.search.RecordSearch;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The union catalogue, for everybody. */
@RestController
@RequestMapping("/api/v1/records")
@Tag(name = "Records")
class RecordApi {

    private final RecordSearch search;

    RecordApi(RecordSearch search) {
        this.search = search;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(
            summary = "Search the union catalogue",
            description =
                    "One box: words in any order, \"phrases\", a title in pinyin, an ISBN. Several values of one filter widen, "
                            + "different filters narrow. Each result says where a copy is on the shelf right now.")
    SearchView searchRecords(@ParameterObject @Valid SearchAsked asked) {
        return SearchView.of(search.search(asked.query()));
    }
}
