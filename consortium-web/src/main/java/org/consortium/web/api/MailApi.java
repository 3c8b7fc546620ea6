package org.consortium.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.consortium.core.card.Reader;
import org.consortium.loans.notice.MailChoice;
import org.consortium.loans.notice.MailDesk;
import org.consortium.web.mail.MailPost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a reader's notices come by e-mail, too. */
@RestController
@RequestMapping("/api/v1/me/mail")
@Tag(name = "Me")
@SecurityRequirement(name = "session")
class MailApi {

    private final MailDesk desk;
    private final MailPost post;

    MailApi(MailDesk desk, MailPost post) {
        this.desk = desk;
        this.post = post;
    }

    @GetMapping
    @Operation(summary = "My letters", description = "Whether notices come to me by e-mail, too.")
    MailView getMyMail(Reader reader) {
        var choice = desk.of(reader.id());
        return new MailView(choice.wanted(), choice.locale().getLanguage(), post.isOn());
    }

    @PutMapping
    @Operation(
            summary = "Choose letters",
            description = "They go to the e-mail address of my account; what I was told before is not written about.")
    MailView chooseMyMail(@RequestBody @Valid MailInput input, Reader reader) {
        desk.choose(reader.id(), new MailChoice(input.wanted(), Locale.forLanguageTag(input.language())));
        return getMyMail(reader);
    }

    @Schema(name = "MailInput", description = "Whether notices are to come by e-mail, too")
    record MailInput(
            @Schema(description = "Whether they are", example = "true", requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            Boolean wanted,

            @Schema(
                    description = "The language of the letters: zh or en",
                    example = "zh",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @NotNull
            @Pattern(regexp = "zh|en")
            String language) {}

    @Schema(name = "Mail", description = "Whether notices come by e-mail, too")
    record MailView(
            @Schema(description = "Whether they do", example = "true")
            boolean wanted,

            @Schema(description = "The language of the letters", example = "zh")
            String language,

            @Schema(description = "Whether this platform sends letters at all", example = "true")
            boolean sending) {}
}
