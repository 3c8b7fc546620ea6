package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.consortium.catalog.reading.Handle;
import org.consortium.catalog.reading.ReadingList;
import org.consortium.catalog.reading.ReadingListDesk;
import org.consortium.catalog.reading.ReadingLists;
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

/** A reader's lists of records. */
@RestController
@RequestMapping("/api/v1/me/lists")
@Tag(name = "Me")
@SecurityRequirement(name = "session")
class ReadingListApi {

    private final ReadingLists lists;
    private final ReadingListDesk desk;

    ReadingListApi(ReadingLists lists, ReadingListDesk desk) {
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "My reading lists", description = "The one changed last first, without their records.")
    Listing<ReadingListView> listMyReadingLists(Reader reader) {
        return Listing.whole(lists.of(reader.id()), ReadingListView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a reading list", description = "A hundred at most.")
    ReadingListView makeReadingList(@RequestBody @Valid ListInput input, Reader reader) {
        return shown(desk.make(input.name(), input.note(), reader.id()), reader);
    }

    @GetMapping("/{handle}")
    @Operation(summary = "One of my reading lists", description = "With its records in my order.")
    ReadingListView getReadingList(@PathVariable Handle handle, Reader reader) {
        return shown(handle, reader);
    }

    @PutMapping("/{handle}")
    @Operation(summary = "Name a reading list anew", description = "Its records stay.")
    ReadingListView describeReadingList(
            @PathVariable Handle handle, @RequestBody @Valid ListInput input, Reader reader) {
        desk.describe(handle, input.name(), input.note(), reader.id());
        return shown(handle, reader);
    }

    @DeleteMapping("/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a reading list", description = "Its link leads nowhere; for a day it can be put back.")
    void deleteReadingList(@PathVariable Handle handle, Reader reader) {
        desk.takeAway(handle, reader.id());
    }

    @PostMapping("/{handle}/restoration")
    @Operation(summary = "Put a deleted reading list back", description = "Within a day.")
    ReadingListView restoreReadingList(@PathVariable Handle handle, Reader reader) {
        desk.putBack(handle, reader.id());
        return shown(handle, reader);
    }

    @PostMapping("/{handle}/records")
    @Operation(
            summary = "Add records to a reading list",
            description = "At its end; what is in it stays where it is. Five hundred at most.")
    ReadingListView addToReadingList(
            @PathVariable Handle handle, @RequestBody @Valid RecordsInput input, Reader reader) {
        desk.add(handle, input.records(), reader.id());
        return shown(handle, reader);
    }

    @PutMapping("/{handle}/records")
    @Operation(
            summary = "Order a reading list",
            description = "Those named come first; the others follow as they stood.")
    ReadingListView orderReadingList(
            @PathVariable Handle handle, @RequestBody @Valid RecordsInput input, Reader reader) {
        desk.order(handle, input.records(), reader.id());
        return shown(handle, reader);
    }

    @PutMapping("/{handle}/records/{record}/note")
    @Operation(summary = "Note something on a record", description = "For me and whoever has the link; empty is none.")
    ReadingListView noteInReadingList(
            @PathVariable Handle handle,
            @PathVariable RecordId record,
            @RequestBody @Valid NoteInput input,
            Reader reader) {
        desk.note(handle, record, input.note(), reader.id());
        return shown(handle, reader);
    }

    @DeleteMapping("/{handle}/records/{record}")
    @Operation(summary = "Take a record out of a reading list", description = "For a day it can be put back.")
    ReadingListView takeOutOfReadingList(@PathVariable Handle handle, @PathVariable RecordId record, Reader reader) {
        desk.takeOut(handle, record, reader.id());
        return shown(handle, reader);
    }

    @PostMapping("/{handle}/records/{record}/restoration")
    @Operation(summary = "Put a record back into a reading list", description = "In its place, within a day.")
    ReadingListView putBackIntoReadingList(@PathVariable Handle handle, @PathVariable RecordId record, Reader reader) {
        desk.putBackIn(handle, record, reader.id());
        return shown(handle, reader);
    }

    @PostMapping("/{handle}/link")
    @Operation(
            summary = "Share a reading list",
            description = "Whoever has the link sees it at /lists/{link}; the same link until it is withdrawn.")
    ReadingListView shareReadingList(@PathVariable Handle handle, Reader reader) {
        desk.share(handle, reader.id());
        return shown(handle, reader);
    }

    @DeleteMapping("/{handle}/link")
    @Operation(summary = "Withdraw the link of a reading list", description = "It leads nowhere from now on.")
    ReadingListView withdrawReadingList(@PathVariable Handle handle, Reader reader) {
        desk.withdraw(handle, reader.id());
        return shown(handle, reader);
    }

    private ReadingListView shown(Handle handle, Reader reader) {
        return ReadingListView.of(lists.required(handle, reader.id()));
    }

    /** What is said of a list. */
    @Schema(name = "ReadingListInput", description = "What is said of a reading list")
    record ListInput(
            @Schema(description = "Its name", example = "冬天读", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = ReadingList.LONGEST_NAME)
            String name,

            @Schema(description = "What it is for", example = "下雪以前") @Size(max = ReadingList.LONGEST_NOTE)
            String note) {}

    /** Records, in an order. */
    @Schema(name = "ReadingListRecordsInput", description = "Records, in an order")
    record RecordsInput(
            @Schema(description = "The records", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotEmpty
            @Size(max = ReadingList.MOST_RECORDS)
            List<@NotNull RecordId> records) {}

    /** A note. */
    @Schema(name = "ReadingListNoteInput", description = "A note on a record of a reading list")
    record NoteInput(
            @Schema(description = "The note", example = "庚辰本") @Size(max = ReadingList.LONGEST_LINE_NOTE)
            String note) {}
}
