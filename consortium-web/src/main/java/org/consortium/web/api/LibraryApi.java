package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
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

/** Member libraries: everybody may know them, the council admits, changes, suspends and readmits them. */
@RestController
@RequestMapping("/api/v1/libraries")
@Tag(name = "Libraries")
class LibraryApi {

    private final Libraries libraries;
    private final MembershipDesk desk;

    LibraryApi(Libraries libraries, MembershipDesk desk) {
        this.libraries = libraries;
        this.desk = desk;
    }

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "All member libraries", description = "General libraries first, then those under them.")
    Listing<LibraryView> listLibraries() {
        return Listing.whole(libraries.inOrder(), LibraryView::of);
    }

    @GetMapping("/{code}")
    @SecurityRequirements
    @Operation(summary = "One library", description = "Its ETag is needed to change it.")
    ResponseEntity<LibraryView> getLibrary(@PathVariable LibraryCode code) {
        return shown(libraries.required(code));
    }

    @PostMapping
    @Operation(
            summary = "Admit a library",
            description = "The code is given once: it stands in addresses and never changes.")
    ResponseEntity<LibraryView> addLibrary(@RequestBody @Valid NewLibrary fresh, Staff staff) {
        var library = desk.addLibrary(fresh.code(), fresh.parent(), fresh.profile(), staff);
        return Answers.created("/api/v1/libraries/" + library.code(), library.version(), LibraryView.of(library));
    }

    @PutMapping("/{code}")
    @Operation(
            summary = "Change a library",
            description = "Sends all that is said of it. If-Match carries the ETag that was read.")
    ResponseEntity<LibraryView> changeLibrary(
            @PathVariable LibraryCode code,
            @RequestHeader("If-Match") IfMatch read,
            @RequestBody @Valid LibraryInput input,
            Staff staff) {
        return shown(desk.editLibrary(code, read.version(), input.parent(), input.profile(), staff));
    }

    @PostMapping("/{code}/suspension")
    @Operation(summary = "Suspend a library", description = "It still takes returns, but lends and asks for nothing.")
    ResponseEntity<LibraryView> suspendLibrary(
            @PathVariable LibraryCode code,
            @RequestHeader(name = "If-Match", required = false) IfMatch read,
            @RequestBody @Valid Suspension suspension,
            Staff staff) {
        return shown(desk.suspend(code, IfMatch.versionOf(read), suspension.reason(), staff));
    }

    @DeleteMapping("/{code}/suspension")
    @Operation(summary = "Readmit a library", description = "It lends and asks again.")
    ResponseEntity<LibraryView> readmitLibrary(
            @PathVariable LibraryCode code,
            @RequestHeader(name = "If-Match", required = false) IfMatch read,
            Staff staff) {
        return shown(desk.readmit(code, IfMatch.versionOf(read), staff));
    }

    private static ResponseEntity<LibraryView> shown(Library library) {
        return Answers.shown(library.version(), LibraryView.of(library));
    }

    /** Why a library is suspended. */
    @Schema(description = "Why a library is suspended")
    record Suspension(
            @Schema(
                    description = "The reason, as its readers may read it",
                    example = "馆舍改建",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = 500)
            String reason) {}
}
