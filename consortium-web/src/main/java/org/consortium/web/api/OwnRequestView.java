package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestOutcome;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.member.BranchCode;
import org.consortium.core.union.RecordId;
import org.consortium.loans.request.ReaderRequests;

/** A reader's own request. */
@Schema(name = "OwnRequest", description = "A reader's own request")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record OwnRequestView(
        @Schema(description = "Its number") RequestNumber number,
        @Schema(description = "The record") RecordId record,

        @Schema(description = "Its title", example = "额尔古纳河右岸")
        String title,

        @Schema(description = "Who made it", example = "迟子建")
        String byline,

        @Schema(description = "How it stands", example = "ON_THE_WAY")
        RequestPhase phase,

        @Schema(description = "How it ended, once it is closed", example = "SUPPLIED")
        RequestOutcome outcome,

        @Schema(description = "The branch where I collect it")
        BranchCode pickup,

        @Schema(description = "That branch's name") Names pickupName,

        @Schema(description = "The library that lends it, once it has said yes")
        Names lender,

        @Schema(description = "When I asked", example = "2026-03-04T02:00:00Z")
        Instant placedAt,

        @Schema(description = "The day it will be ready", example = "2026-03-06")
        LocalDate promisedOn,

        @Schema(description = "The last day it waits for me", example = "2026-03-13")
        LocalDate readyUntil,

        @Schema(description = "My place in the queue, from 1, while I wait for a copy to come back", example = "2")
        Integer position,

        @Schema(description = "Whether the lender is asked to let it be cancelled", example = "false")
        boolean cancelAsked,

        @Schema(description = "Whether cancelling does something", example = "true")
        boolean mayCancel,

        @Schema(description = "Whether I may still collect it elsewhere", example = "false")
        boolean mayChangePickup,

        @Schema(description = "When it closed", example = "2026-04-01T02:00:00Z")
        Instant closedAt,

        @Schema(description = "What has happened, oldest first")
        List<MilestoneView> milestones) {

    static OwnRequestView of(ReaderRequests.Row row) {
        return new OwnRequestView(
                row.number(),
                row.record(),
                row.title(),
                row.byline(),
                row.phase(),
                row.outcome().orElse(null),
                row.pickupCode(),
                Names.of(row.pickup()),
                row.lender().map(Names::of).orElse(null),
                row.placedAt(),
                row.promisedOn().orElse(null),
                row.readyUntil().orElse(null),
                row.position().orElse(null),
                row.cancelAsked(),
                row.mayCancel(),
                row.mayChangePickup(),
                row.closedAt().orElse(null),
                row.milestones().stream()
                        .map(milestone -> new MilestoneView(milestone.move(), milestone.at()))
                        .toList());
    }

    /** Something that happened. */
    @Schema(name = "Milestone", description = "Something that happened")
    record MilestoneView(
            @Schema(description = "What", example = "accept")
            String move,

            @Schema(description = "When", example = "2026-03-04T03:00:00Z")
            Instant at) {}
}
