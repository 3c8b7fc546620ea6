package org.consortium.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says of all calls alike, so that a controller says only what is its own. */
@Configuration
class ApiDescription {

    private static final String ABOUT = """
            One catalogue, one card, one circulation and one request for all libraries of a region.

            **Who may call.** Searching needs no sign-in. Programs of staff send `Authorization: Bearer cst_…`, a token its owner makes with \
            `POST /api/v1/tokens` and may revoke at any time. Programs of readers, and of staff in a browser, use the session of the sign-in page \
            and send the CSRF token of `GET /api/v1/session` with every change. What belongs to another library is *not found*.

            **Errors** are `application/problem+json` (RFC 9457), in Chinese or English by `Accept-Language`; `code` is stable.

            **Lists** count pages from 0, with `size` at most 100.

            **Changes.** `If-Match` carries the `ETag` that was read; when somebody else was quicker the answer is 409. A POST with an \
            `Idempotency-Key` is done once: sent again it is answered as before.

            Within `v1` things are only added: a program ignores fields it does not know.
            """;

    private static final Map<String, String> TAGS = tags();

    private static Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        tags.put("Records", "The union catalogue: what any member holds, found in one search");
        tags.put("Matching", "Why records are one, and what librarians do about it");
        tags.put("Index", "What searches look into, and making it anew");
        tags.put("Libraries", "Member libraries");
        tags.put("Branches", "Service points of libraries, where copies stand and readers come");
        tags.put("Imports", "Catalogue files of a library on their way into the union catalogue");
        tags.put("Readers", "The readers of one's own library");
        tags.put("Cards", "A reader at the desk, and the cards of one's own readers");
        tags.put("Loans", "Copies lent to readers");
        tags.put("Returns", "Copies handed in, at any desk of the consortium");
        tags.put("Transits", "Copies on their way from one branch to another");
        tags.put("Requests", "What readers ask for, and every move until it is home again");
        tags.put("Proposals", "Titles readers propose to their library to buy");
        tags.put("Me", "A reader's own loans, requests, lists and searches");
        tags.put("Session", "Who is signed in");
        tags.put("Tokens", "What programs sign in with");
        return tags;
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Consortium API")
                        .version("1")
                        .summary("The platform a region's libraries run on together")
                        .description(ABOUT)
                        .contact(new Contact().name("Consortium").url("https://example.org/consortium"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("This platform")))
                .tags(TAGS.entrySet().stream()
                        .map(tag -> new Tag().name(tag.getKey()).description(tag.getValue()))
                        .toList())
                .components(
                        new Components().addSecuritySchemes("token", token()).addSecuritySchemes("session", session()));
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("cst_…")
                .description("A token of a member of staff");
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("SESSION")
                .description("The session of the sign-in page; changes need the CSRF token of GET /api/v1/session");
    }

    /** Answers and parameters that calls of a kind have in common. */
    @Bean
    GlobalOpenApiCustomizer whatIsAlike() {
        return api -> {
            api.security(
                    List.of(new SecurityRequirement().addList("token"), new SecurityRequirement().addList("session")));
            CommonAnswers.describeIn(api);
            api.getPaths()
                    .forEach((path, calls) -> calls.readOperationsMap()
                            .forEach((method, call) -> CommonAnswers.addTo(call, method, path)));
        };
    }
}
