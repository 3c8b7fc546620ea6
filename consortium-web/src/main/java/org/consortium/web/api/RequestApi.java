package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.card.Reader;
import org.consortium.core.ill.Request;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Staff;
import org.consortium.core.union.RecordId;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.request.RequestDesk;
import org.consortium.loans.request.RequestWorklist;
import org.consortium.loans.request.RequestWorklist.Tab;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests: a reader, or staff for her, places them; each library sees those it borrows or lends for. */
@RestController
@RequestMapping("/api/v1/requests")
@Tag(name = "Requests")
class RequestApi {

    private final RequestDesk desk;
    private final RequestWorklist worklist;
    private final CardDesk cards;
    private final RequestViews views;

    RequestApi(RequestDesk desk, RequestWorklist worklist, CardDesk cards, RequestViews views) {
        this.desk = desk;
        this.worklist = worklist;
        this.cards = cards;
        this.views = views;
    }

    @PostMapping
    @Operation(
            summary = "Get it",
            description =
                    "Asks for a record once: a copy of the own shelf, one of another library, or a place in the queue. "
                            + "Staff name the card of the reader they ask for.")
    ResponseEntity<RequestView> placeRequest(
            @RequestBody @Valid NewRequest fresh, @Parameter(hidden = true) Optional<Reader> reader, Actor actor) {
        var whose = reader.or(() -> cards.find(fresh.cardShown()))
                .orElseThrow(() -> new Refusal(CardRefusal.CARD_NOT_FOUND));
        var request =
                desk.place(fresh.record(), fresh.pickup(), Boolean.TRUE.equals(fresh.anyEdition()), whose.id(), actor);
        return Answers.created("/api/v1/requests/" + request.number(), request.version(), views.of(request, actor));
    }

    @GetMapping
    @Operation(
            summary = "The work list",
            description =
                    "The requests of your library, a tab for each thing to do, the most urgent first. For staff; readers see `GET /me/requests`.")
    WorklistView listRequests(
            @Parameter(
                            description = "The thing to do",
                            example = "to-answer",
                            schema =
                                    @Schema(
                                            defaultValue = "to-answer",
                                            allowableValues = {
                                                "to-answer",
                                                "to-pick",
                                                "to-send",
                                                "arriving",
                                                "ready",
                                                "with-readers",
                                                "going-back",
                                                "attention",
                                                "closed"
                                            }))
                    @RequestParam(defaultValue = "to-answer")
                    TabAsked tab,
            @Parameter(description = "A request number, barcode, title or reader", example = "额尔古纳")
                    @RequestParam(defaultValue = "")
                    @Size(max = 200)
                    String q,
            @ParameterObject @Valid PageAsked asked,
            Staff staff) {
        var counts = worklist.counts(staff.library()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().code(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        var rows = worklist.rows(staff.library(), tab.tab(), q, asked.page(), asked.size());
        return WorklistView.of(rows, counts);
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "One request",
            description =
                    "With every attempt and step, and the moves you may make now. Another library's, or another reader's, is not found.")
    ResponseEntity<RequestView> getRequest(
            @PathVariable RequestNumber number,
            @Parameter(hidden = true) Optional<Reader> reader,
            @Parameter(hidden = true) Optional<Staff> staff,
            Actor actor) {
        Request request = reader.map(somebody -> desk.show(number, somebody.id()))
                .orElseGet(() -> desk.show(number, staff.orElseThrow()));
        return Answers.shown(request.version(), views.of(request, actor));
    }

    /** What a reader asks for. */
    @Schema(description = "What a reader asks for")
    record NewRequest(
            @Schema(description = "The record", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            RecordId record,

            @Schema(description = "Where it is to be collected", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
            BranchCode pickup,

            @Schema(
                    description =
                            "Whether a copy of another edition of the work will do as well; the request then may turn to it",
                    example = "false")
            Boolean anyEdition,

            @Schema(description = "The card of the reader; staff need it", example = "3301008645721")
            CardNumber card) {

        CardNumber cardShown() {
            if (card == null) {
                throw new IllegalArgumentException("Staff name the card");
            }
            return card;
        }
    }

    /** A tab as it stands in addresses: {@code to-answer}. */
    record TabAsked(Tab tab) {

        public static TabAsked of(String code) {
            for (var tab : Tab.values()) {
                if (tab.code().equals(code)) {
                    return new TabAsked(tab);
                }
            }
            throw new IllegalArgumentException("No such tab: " + code);
        }
    }
}
