package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Staff;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.card.ReaderSearch;
import org.consortium.loans.card.ReaderStanding;
import org.consortium.loans.desk.ReaderLoans;
import org.consortium.loans.request.ReaderRequests;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The readers of one's own library. Another library's reader is not found here: she is served by her card. */
@RestController
@RequestMapping("/api/v1/readers")
@Tag(name = "Readers")
class HomeReaderApi {

    private final ReaderDesk desk;
    private final CardDesk cards;
    private final ReaderSearch search;
    private final ReaderStanding standing;
    private final ReaderLoans loans;
    private final ReaderRequests requests;

    HomeReaderApi(
            ReaderDesk desk,
            CardDesk cards,
            ReaderSearch search,
            ReaderStanding standing,
            ReaderLoans loans,
            ReaderRequests requests) {
        this.desk = desk;
        this.cards = cards;
        this.search = search;
        this.standing = standing;
        this.loans = loans;
        this.requests = requests;
    }

    @GetMapping
    @Operation(
            summary = "Readers of my library",
            description = "By name, alias, the beginning of a card number or the end of a telephone number; "
                    + "all of them, the newest first, where nothing is asked.")
    Listing<FoundReaderView> listReaders(
            @Parameter(description = "What to look for", example = "晓梅")
                    @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    String q,
            @ParameterObject @Valid PageAsked asked,
            Staff staff) {
        return Listing.of(search.find(staff.library(), q, asked.page(), asked.size()), FoundReaderView::of);
    }

    @PostMapping
    @Operation(
            summary = "Register a reader",
            description = "Of the library one works for. A card number is given once in the consortium.")
    ResponseEntity<ReaderView> registerReader(@RequestBody @Valid NewReader fresh, Staff staff) {
        var pin = Optional.ofNullable(fresh.pin()).orElseGet(desk::freshPin);
        var until = Optional.ofNullable(fresh.expires()).orElseGet(() -> cards.usualExpiry(staff.library()));
        var reader = desk.register(fresh.registration(pin, until), staff.library(), staff.actor());
        return Answers.created("/api/v1/readers/" + reader.alias(), reader.version(), view(reader));
    }

    private ReaderView view(Reader reader) {
        var refusals = standing.refusals(reader, cards.today(reader.homeLibrary()));
        return ReaderView.of(reader, cards.cardsOf(reader.id()), refusals);
    }

    @GetMapping("/{alias}")
    @Operation(summary = "One reader", description = "How she stands, and her cards. Her ETag is needed to change her.")
    ResponseEntity<ReaderView> getReader(@PathVariable String alias, Staff staff) {
        return shown(desk.required(alias, staff));
    }

    private ResponseEntity<ReaderView> shown(Reader reader) {
        return Answers.shown(reader.version(), view(reader));
    }

    @PutMapping("/{alias}")
    @Operation(
            summary = "Change a reader",
            description = "Sends all that is said of her. If-Match carries the ETag that was read.")
    ResponseEntity<ReaderView> changeReader(
            @PathVariable String alias,
            @RequestHeader("If-Match") IfMatch read,
            @RequestBody @Valid ReaderInput input,
            Staff staff) {
        var reader = desk.required(alias, staff);
        return shown(desk.edit(
                reader.id(),
                read.version(),
                input.name(),
                input.readerClass(),
                input.phone(),
                input.email(),
                input.usualBranch(),
                staff.actor()));
    }

    @DeleteMapping("/{alias}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Undo a registration",
            description =
                    "One of today, of a reader who has never borrowed or requested. Her card number is free again.")
    void undoRegistration(@PathVariable String alias, Staff staff) {
        desk.undoRegistration(desk.required(alias, staff).id(), staff.actor());
    }

    @GetMapping("/{alias}/loans")
    @Operation(summary = "A reader’s loans", description = "What she has in hand, the first due first.")
    Listing<OwnLoanView> listLoansOfReader(@PathVariable String alias, Staff staff) {
        return Listing.whole(loans.open(desk.required(alias, staff).id()), OwnLoanView::of);
    }

    @GetMapping("/{alias}/requests")
    @Operation(summary = "A reader’s open requests", description = "Ready ones first, then in the order of asking.")
    Listing<OwnRequestView> listRequestsOfReader(@PathVariable String alias, Staff staff) {
        return Listing.whole(requests.open(desk.required(alias, staff).id()), OwnRequestView::of);
    }

    @PostMapping("/{alias}/pin")
    @Operation(
            summary = "Make a new PIN",
            description = "For a reader who has forgotten hers. It is told this once and ends her sessions.")
    FreshPin resetPin(@PathVariable String alias, Staff staff) {
        return new FreshPin(desk.resetPin(desk.required(alias, staff).id(), staff.actor()));
    }

    @PostMapping("/{alias}/block")
    @Operation(
            summary = "Block a reader",
            description = "Every card of hers at every library, up to and including the day. Returns go on.")
    ResponseEntity<ReaderView> blockReader(
            @PathVariable String alias,
            @RequestHeader(name = "If-Match", required = false) IfMatch read,
            @RequestBody @Valid Block block,
            Staff staff) {
        var reader = desk.required(alias, staff);
        return shown(desk.block(reader.id(), IfMatch.versionOf(read), block.until(), block.reason(), staff.actor()));
    }

    @DeleteMapping("/{alias}/block")
    @Operation(summary = "Unblock a reader", description = "The reason goes into the trail.")
    ResponseEntity<ReaderView> unblockReader(
            @PathVariable String alias,
            @Parameter(description = "Why", example = "书还清了", required = true)
                    @RequestParam(defaultValue = "")
                    @Size(max = 300)
                    String reason,
            @RequestHeader(name = "If-Match", required = false) IfMatch read,
            Staff staff) {
        var reader = desk.required(alias, staff);
        return shown(desk.unblock(reader.id(), IfMatch.versionOf(read), reason, staff.actor()));
    }

    @PostMapping("/{alias}/cards")
    @Tag(name = "Cards")
    @Operation(
            summary = "Issue a card",
            description = "The one in use, if any, stops working; loans and requests stay the reader’s.")
    ResponseEntity<ReaderView.CardView> issueCard(
            @PathVariable String alias, @RequestBody @Valid NewCard fresh, Staff staff) {
        var reader = desk.required(alias, staff);
        var until = Optional.ofNullable(fresh.expires()).orElseGet(() -> cards.usualExpiry(staff.library()));
        var card = cards.replace(reader.id(), fresh.number(), until, staff.actor());
        return ResponseEntity.status(HttpStatus.CREATED).body(ReaderView.CardView.of(card));
    }

    /** A PIN, told once. */
    @Schema(description = "A PIN, told this once")
    record FreshPin(
            @Schema(description = "Six digits", example = "135790")
            String pin) {}

    /** A block. */
    @Schema(description = "A block of a reader")
    record Block(
            @Schema(description = "Its last day", example = "2026-04-01", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            LocalDate until,

            @Schema(description = "Why, for the trail", example = "欠书", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = 300)
            String reason) {}

    /** A new card for a reader. */
    @Schema(description = "A new card for a reader")
    record NewCard(
            @Schema(
                    description = "Its number: thirteen digits that are no ISBN",
                    example = "3301008645888",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            CardNumber number,

            @Schema(description = "Its last day; in three years where none is given", example = "2029-03-04")
            LocalDate expires) {}
}
