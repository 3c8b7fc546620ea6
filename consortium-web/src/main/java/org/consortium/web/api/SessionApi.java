package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.consortium.core.card.Reader;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is asking, and what a program with a session needs to change something. */
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "Session")
class SessionApi {

    @GetMapping
    @Operation(
            summary = "Who is signed in",
            description = "Signed in with a session, a program sends the CSRF token it finds here with every change.")
    SessionView getSession(
            @Parameter(hidden = true) Optional<Staff> staff,
            @Parameter(hidden = true) Optional<Reader> reader,
            @Parameter(hidden = true) @RequestAttribute(name = "_csrf", required = false) CsrfToken token) {
        var csrf = token == null ? null : new Csrf(token.getHeaderName(), token.getToken());
        return staff.map(somebody ->
                        new SessionView("staff", somebody.login(), somebody.library(), rolesOf(somebody), csrf))
                .or(() -> reader.map(
                        somebody -> new SessionView("reader", null, somebody.homeLibrary(), List.of(), csrf)))
                .orElseThrow();
    }

    private static List<Role> rolesOf(Staff staff) {
        return staff.roles().stream().sorted().toList();
    }

    /** Who is signed in. */
    @Schema(name = "Session", description = "Who is signed in")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record SessionView(
            @Schema(
                    description = "On which side of the desk",
                    example = "staff",
                    allowableValues = {"staff", "reader"})
            String kind,

            @Schema(description = "Login of staff", example = "hemin")
            String login,

            @Schema(description = "The library somebody works for, or the home library of a reader")
            LibraryCode library,

            @Schema(description = "Roles of staff", example = "[\"LIBRARIAN\"]")
            List<Role> roles,

            @Schema(description = "Missing when signed in with a token, which needs none")
            Csrf csrf) {}

    /** What proves that a change is wanted by the program that has the session. */
    @Schema(description = "What proves that a change is wanted by the program that has the session")
    record Csrf(
            @Schema(description = "The header to send it in", example = "X-CSRF-TOKEN")
            String header,

            @Schema(description = "What to send", example = "qZ0y…")
            String token) {}
}
