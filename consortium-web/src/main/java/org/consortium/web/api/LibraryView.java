package org.consortium.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.MembershipStatus;

/** A member library, as everybody may know it. */
@Schema(name = "Library", description = "A member library")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LibraryView(
        @Schema(description = "Its code, given once and never changed")
        LibraryCode code,

        @Schema(description = "Its name") Names name,

        @Schema(description = "What sort of library it is", example = "TOWNSHIP")
        LibraryKind kind,

        @Schema(description = "The library it stands under, if any", example = "yunze-district")
        LibraryCode parent,

        @Schema(description = "International Standard Identifier for Libraries (ISO 15511), where it has one")
        String isil,

        @Schema(description = "Where in the region it is", example = "云泽区")
        String region,

        @Schema(description = "Telephone number", example = "8266 1261")
        String phone,

        @Schema(description = "E-mail address", example = "qiaotou@example.org")
        String email,

        @Schema(description = "Its own web site", example = "https://example.org/qiaotou")
        String website,

        @Schema(
                description = "Whether this platform is its own system, or it connects with one of its own",
                example = "true")
        boolean hosted,

        @Schema(
                description = "A suspended member still takes returns, but lends and asks for nothing",
                example = "ACTIVE")
        MembershipStatus status,

        @Schema(description = "The day it became a member", example = "2021-10-13")
        LocalDate joinedOn) {

    static LibraryView of(Library library) {
        var profile = library.profile();
        return new LibraryView(
                library.code(),
                Names.of(library.name()),
                profile.kind(),
                library.parent().orElse(null),
                profile.isil(),
                profile.region(),
                profile.phone(),
                profile.email(),
                profile.website(),
                profile.hosted(),
                library.status(),
                library.joinedOn());
    }
}
