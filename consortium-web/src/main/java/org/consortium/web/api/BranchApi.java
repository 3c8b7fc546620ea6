package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Comparator;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MembershipDesk;
import org.consortium.core.member.Staff;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Branches: everybody may know them, their library's admin and the council look after them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Branches")
class BranchApi {

    private final Libraries libraries;
    private final Branches branches;
    private final MembershipDesk desk;

    BranchApi(Libraries libraries, Branches branches, MembershipDesk desk) {
        this.libraries = libraries;
        this.branches = branches;
        this.desk = desk;
    }

    @GetMapping("/libraries/{code}/branches")
    @SecurityRequirements
    @Operation(summary = "The branches of a library", description = "With address, opening hours and closed days.")
    Listing<BranchView> listBranches(@PathVariable LibraryCode code) {
        var own = branches.findByLibraryOrderByCode(libraries.required(code).code());
        var codes = own.stream().map(branch -> branch.code().value()).toList();
        var shown = branches.withCalendars(codes).stream()
                .sorted(Comparator.comparing(branch -> branch.code().value()))
                .toList();
        return Listing.whole(shown, BranchView::of);
    }

    @PostMapping("/libraries/{code}/branches")
    @Operation(summary = "Open a branch", description = "Its code is given once and never changes.")
    ResponseEntity<BranchView> addBranch(
            @PathVariable LibraryCode code, @RequestBody @Valid NewBranch fresh, Staff staff) {
        var branch = desk.addBranch(fresh.code(), code, fresh.place(), fresh.calendar(), staff);
        return Answers.created("/api/v1/branches/" + branch.code(), branch.version(), BranchView.of(branch));
    }

    @GetMapping("/branches/{code}")
    @SecurityRequirements
    @Operation(summary = "One branch", description = "Its ETag is needed to change it.")
    ResponseEntity<BranchView> getBranch(@PathVariable BranchCode code) {
        return shown(code);
    }

    @PutMapping("/branches/{code}")
    @Operation(
            summary = "Change a branch",
            description = "Sends all that is said of it. If-Match carries the ETag that was read.")
    ResponseEntity<BranchView> changeBranch(
            @PathVariable BranchCode code,
            @RequestHeader("If-Match") IfMatch read,
            @RequestBody @Valid BranchInput input,
            Staff staff) {
        desk.editBranch(code, read.version(), input.place(), input.calendar(), staff);
        return shown(code);
    }

    @PostMapping("/branches/{code}/closure")
    @Operation(summary = "Close a branch", description = "Readers can have nothing sent there any more.")
    ResponseEntity<BranchView> closeBranch(
            @PathVariable BranchCode code,
            @RequestHeader(name = "If-Match", required = false) IfMatch read,
            Staff staff) {
        desk.closeBranch(code, IfMatch.versionOf(read), staff);
        return shown(code);
    }

    @DeleteMapping("/branches/{code}/closure")
    @Operation(
            summary = "Open a closed branch again",
            description = "Requests may be sent there again where it offers pickup.")
    ResponseEntity<BranchView> reopenBranch(
            @PathVariable BranchCode code,
            @RequestHeader(name = "If-Match", required = false) IfMatch read,
            Staff staff) {
        desk.reopenBranch(code, IfMatch.versionOf(read), staff);
        return shown(code);
    }

    private ResponseEntity<BranchView> shown(BranchCode code) {
        var branch = branches.withCalendar(code);
        return Answers.shown(branch.version(), BranchView.of(branch));
    }
}
