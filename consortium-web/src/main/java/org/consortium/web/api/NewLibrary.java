package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;

/** A library that becomes a member, with the code it will keep. */
@Schema(description = "A library that becomes a member")
record NewLibrary(
        @Schema(description = "The code it will keep", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull
        LibraryCode code,

        @Schema(description = "Its name", requiredMode = Schema.RequiredMode.REQUIRED) @NotNull @Valid
        Names name,

        @Schema(
                description = "What sort of library it is",
                example = "TOWNSHIP",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @NotNull
        LibraryKind kind,

        @Schema(description = "The library it stands under, if any", example = "yunze-district")
        LibraryCode parent,

        @Schema(description = "International Standard Identifier for Libraries (ISO 15511), where it has one")
        @Pattern(regexp = "|[A-Za-z0-9/:-]{1,20}")
        String isil,

        @Schema(description = "Where in the region it is", example = "云泽区") @Size(max = 100)
        String region,

        @Schema(description = "Telephone number", example = "8266 1261") @Size(max = 50)
        String phone,

        @Schema(description = "E-mail address", example = "qiaotou@example.org") @Email @Size(max = 190)
        String email,

        @Schema(description = "Its own web site", example = "https://example.org/qiaotou")
        @Pattern(regexp = "|https?://\\S{3,290}")
        String website,

        @Schema(
                description =
                        "Whether this platform is its own system (the default), or it connects with one of its own",
                example = "true")
        Boolean hosted) {

    Library.Profile profile() {
        return new LibraryInput(name, kind, parent, isil, region, phone, email, website, hosted).profile();
    }
}
