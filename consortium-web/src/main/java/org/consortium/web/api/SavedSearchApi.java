package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.consortium.catalog.reading.AlertFrequency;
import org.consortium.catalog.reading.Handle;
import org.consortium.catalog.reading.SavedSearch;
import org.consortium.catalog.reading.SavedSearches;
import org.consortium.catalog.reading.SearchDesk;
import org.consortium.catalog.search.Hit;
import org.consortium.core.Link;
import org.consortium.core.card.Reader;
import org.consortium.core.union.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The searches a reader keeps. */
@RestController
@RequestMapping("/api/v1/me/searches")
@Tag(name = "Me")
@SecurityRequirement(name = "session")
class SavedSearchApi {

    private static final int SHOWN = 20;

    private final SavedSearches searches;
    private final SearchDesk desk;

    SavedSearchApi(SavedSearches searches, SearchDesk desk) {
        this.searches = searches;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "My searches", description = "By name, each with how many records are new in it.")
    Listing<SavedSearchView> listMySearches(Reader reader) {
        return Listing.whole(searches.news(reader.id()), SavedSearchView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Keep a search", description = "What comes from now on is new in it. Fifty at most.")
    SavedSearchView keepSearch(@RequestBody @Valid SearchInput input, Reader reader) {
        return shown(desk.keep(input.name(), input.question(), input.frequency(), reader.id()), reader);
    }

    @GetMapping("/{handle}")
    @Operation(summary = "One of my searches", description = "With the twenty newest records that are new in it.")
    SavedSearchView getSavedSearch(@PathVariable Handle handle, Reader reader) {
        return shown(handle, reader);
    }

    @PutMapping("/{handle}")
    @Operation(summary = "Name a search anew, or be told more or less often", description = "The question stays.")
    SavedSearchView describeSavedSearch(
            @PathVariable Handle handle, @RequestBody @Valid TellingInput input, Reader reader) {
        desk.describe(handle, input.name(), input.frequency(), reader.id());
        return shown(handle, reader);
    }

    @DeleteMapping("/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a search away", description = "Its feed goes with it. For a day it can be put back.")
    void takeSavedSearchAway(@PathVariable Handle handle, Reader reader) {
        desk.takeAway(handle, reader.id());
    }

    @PostMapping("/{handle}/restoration")
    @Operation(
            summary = "Put a search back",
            description = "What was taken away within a day; it goes on where it was.")
    SavedSearchView putSavedSearchBack(@PathVariable Handle handle, Reader reader) {
        desk.putBack(handle, reader.id());
        return shown(handle, reader);
    }

    @PostMapping("/{handle}/sighting")
    @Operation(summary = "I have seen what is new", description = "What came until the instant is no longer new.")
    SavedSearchView lookAtSavedSearch(
            @PathVariable Handle handle, @RequestBody @Valid SightingInput input, Reader reader) {
        desk.looked(handle, input.until(), reader.id());
        return shown(handle, reader);
    }

    @PostMapping("/{handle}/feed")
    @Operation(
            summary = "Open the feed of a search",
            description =
                    "Whoever has the link reads it at /searches/{link}.atom; the same link until it is withdrawn.")
    SavedSearchView openFeed(@PathVariable Handle handle, Reader reader) {
        desk.openFeed(handle, reader.id());
        return shown(handle, reader);
    }

    @DeleteMapping("/{handle}/feed")
    @Operation(summary = "Withdraw the feed of a search", description = "Its link leads nowhere from now on.")
    SavedSearchView withdrawFeed(@PathVariable Handle handle, Reader reader) {
        desk.withdrawFeed(handle, reader.id());
        return shown(handle, reader);
    }

    private SavedSearchView shown(Handle handle, Reader reader) {
        return SavedSearchView.of(searches.news(handle, reader.id(), SHOWN));
    }

    /** A search to be kept. */
    @Schema(name = "SavedSearchInput", description = "A search to be kept")
    record SearchInput(
            @Schema(description = "Its name", example = "迟子建", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = SavedSearch.LONGEST_NAME)
            String name,

            @Schema(
                    description = "What stands in the address of the search after the question mark",
                    example = "q=%E8%BF%9F%E5%AD%90%E5%BB%BA&language=chi",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            @Size(max = SavedSearch.LONGEST_QUESTION)
            String question,

            @Schema(
                    description = "How often to be told",
                    example = "DAILY",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            AlertFrequency frequency) {}

    /** How a search is told of. */
    @Schema(name = "SavedSearchTelling", description = "How a search is told of")
    record TellingInput(
            @Schema(description = "Its name", example = "迟子建", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = SavedSearch.LONGEST_NAME)
            String name,

            @Schema(
                    description = "How often to be told",
                    example = "WEEKLY",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            AlertFrequency frequency) {}

    /** Until when somebody has seen what is new. */
    @Schema(name = "SavedSearchSighting", description = "Until when somebody has seen what is new")
    record SightingInput(
            @Schema(
                    description = "The instant: newUntil of what was read",
                    example = "2026-03-04T02:00:00Z",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            Instant until) {}

    /** A search a reader keeps. */
    @Schema(name = "SavedSearch", description = "A search a reader keeps")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SavedSearchView(
            @Schema(description = "What it is called in its address")
            Handle handle,

            @Schema(description = "Its name", example = "迟子建")
            String name,

            @Schema(description = "What stands in its address after the question mark", example = "q=迟子建")
            String question,

            @Schema(description = "How often to be told", example = "DAILY")
            AlertFrequency frequency,

            @Schema(description = "The link of its feed, while there is one")
            Link feed,

            @Schema(description = "Since when it is kept", example = "2026-03-04T02:00:00Z")
            Instant madeAt,

            @Schema(description = "What came after this is new", example = "2026-03-04T02:00:00Z")
            Instant newSince,

            @Schema(description = "Until when it was looked", example = "2026-03-05T02:00:00Z")
            Instant newUntil,

            @Schema(description = "How many records are new", example = "2")
            long news,

            @Schema(description = "The newest of them; missing in a list of searches")
            List<NewRecord> newest) {

        static SavedSearchView of(SavedSearches.News news) {
            var search = news.search();
            return new SavedSearchView(
                    search.handle(),
                    search.name(),
                    search.question(),
                    search.frequency(),
                    search.feed().orElse(null),
                    search.madeAt(),
                    search.lookedAt(),
                    news.until(),
                    news.found().total(),
                    news.found().newest().stream().map(NewRecord::of).toList());
        }
    }

    /** A record that is new in a search. */
    @Schema(description = "A record that is new in a search")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record NewRecord(
            @Schema(description = "The record") RecordId record,

            @Schema(description = "Its title", example = "候鸟的勇敢")
            String title,

            @Schema(description = "Who made it", example = "迟子建")
            String byline,

            @Schema(description = "Its year", example = "2018")
            Integer year) {

        static NewRecord of(Hit hit) {
            return new NewRecord(hit.id(), hit.title(), hit.byline(), hit.year());
        }
    }
}
