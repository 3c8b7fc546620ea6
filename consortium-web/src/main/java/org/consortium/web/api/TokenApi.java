package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.consortium.core.member.ApiToken;
import org.consortium.core.member.Staff;
import org.consortium.core.member.TokenDesk;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of the member of staff who asks. Only a person makes and revokes them: a stolen token cannot make more of its kind. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens")
@SecurityRequirement(name = "session")
class TokenApi {

    private final TokenDesk desk;

    TokenApi(TokenDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(
            summary = "My tokens",
            description = "Newest first, also those that are revoked. The secrets are kept nowhere.")
    Listing<TokenView> listTokens(Staff staff) {
        return Listing.whole(desk.of(staff), TokenView::of);
    }

    @PostMapping
    @Operation(
            summary = "Make a token",
            description = "A program that shows it acts as you. The secret is told this once.")
    ResponseEntity<MadeToken> makeToken(@RequestBody @Valid NewToken fresh, Staff staff) {
        var made = desk.create(fresh.label(), staff);
        var view = new MadeToken(TokenView.of(made.token()), made.secret());
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().handle()))
                .body(view);
    }

    @DeleteMapping("/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token", description = "It lets nobody in any more. Revoking it twice is no mistake.")
    void revokeToken(@PathVariable String handle, Staff staff) {
        desk.revoke(handle, staff);
    }

    /** What a token is for. */
    @Schema(description = "A token to be made")
    record NewToken(
            @Schema(description = "What it is for", example = "夜间导入", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotBlank
            @Size(max = 100)
            String label) {}

    /** A token, without its secret. */
    @Schema(name = "Token", description = "A token, without its secret")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record TokenView(
            @Schema(description = "Its public name", example = "3f2c9a71b0de")
            String handle,

            @Schema(description = "What it is for", example = "夜间导入")
            String label,

            @Schema(description = "The last four characters of its secret", example = "Xy7Q")
            String tail,

            @Schema(description = "When it was made", example = "2026-03-04T02:00:00Z")
            Instant createdAt,

            @Schema(description = "When it was last used, within five minutes", example = "2026-03-05T02:00:00Z")
            Instant usedAt,

            @Schema(description = "Whether it is revoked", example = "false")
            boolean revoked) {

        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.handle(),
                    token.label(),
                    token.tail(),
                    token.createdAt(),
                    token.usedAt().orElse(null),
                    token.isRevoked());
        }
    }

    /** A token and its secret. */
    @Schema(description = "A token and its secret, which is told this once")
    record MadeToken(
            @Schema(description = "The token") TokenView token,

            @Schema(description = "Goes into the header `Authorization: Bearer …`", example = "cst_not-a-real-token")
            String secret) {}
}
