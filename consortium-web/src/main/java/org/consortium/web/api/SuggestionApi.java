package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.consortium.catalog.search.Suggestions;
import org.consortium.core.union.RecordId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody who is still typing may mean, for everybody. */
@RestController
@RequestMapping("/api/v1/suggestions")
@Tag(name = "Records")
class SuggestionApi {

    /** The same beginnings are typed again and again; new books may wait a minute. */
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Suggestions.FRESH).cachePublic();

    private final Suggestions suggestions;

    SuggestionApi(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(
            summary = "What somebody may mean who is still typing",
            description =
                    "Names, titles and subjects that begin so: in characters, in pinyin, or in the initials of pinyin.")
    ResponseEntity<List<SuggestionView>> getSuggestions(
            @Parameter(description = "What is typed so far", example = "hlm") @RequestParam @Size(max = 100) String q,
            @Parameter(description = "At most so many", example = "8")
                    @RequestParam(defaultValue = "8")
                    @Min(1)
                    @Max(20)
                    int most) {
        var found = suggestions.of(q, most).stream()
                .map(one ->
                        new SuggestionView(one.kind(), one.text(), one.record().orElse(null)))
                .toList();
        return ResponseEntity.ok().cacheControl(A_WHILE).body(found);
    }

    /** One thing somebody may mean. */
    @Schema(name = "Suggestion", description = "A title, a name or a subject")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuggestionView(
            Suggestions.Kind kind,

            @Schema(description = "To search for", example = "红楼梦")
            String text,

            @Schema(description = "The record, where it is a title", example = "5kz3m0ht")
            RecordId record) {}
}
