package org.consortium.web.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The refusals every call of a kind may meet, described once and referred to. */
final class CommonAnswers {

    /** A problem as it is described: its name among the components, its code, and a sentence. */
    private record Told(String name, String code, String meaning, String detail) {}

    private static final Map<HttpStatus, Told> PROBLEMS = new LinkedHashMap<>();

    static {
        PROBLEMS.put(
                HttpStatus.BAD_REQUEST,
                new Told(
                        "BadRequest",
                        "parameters-not-right",
                        "It cannot be read, or a parameter is not right",
                        "A parameter in the address is not right."));
        PROBLEMS.put(
                HttpStatus.UNAUTHORIZED,
                new Told("Unauthorized", "sign-in-needed", "Nobody is signed in", "This needs a sign-in."));
        PROBLEMS.put(
                HttpStatus.FORBIDDEN,
                new Told(
                        "Forbidden",
                        "not-allowed",
                        "The role or the rules of lending do not allow it",
                        "Your role does not allow this."));
        PROBLEMS.put(
                HttpStatus.NOT_FOUND,
                new Told(
                        "NotFound",
                        "library-not-found",
                        "There is no such thing among what you may see",
                        "There is no such library."));
        PROBLEMS.put(
                HttpStatus.CONFLICT,
                new Told(
                        "Conflict",
                        "stale-version",
                        "It was possible a moment ago, or is possible for one only: look again",
                        "Somebody has changed it since you read it."));
        PROBLEMS.put(
                HttpStatus.CONTENT_TOO_LARGE,
                new Told("TooLarge", "too-large", "It is larger than what is taken at once", "It was not taken."));
        PROBLEMS.put(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                new Told(
                        "UnsupportedMediaType",
                        "format-not-taken",
                        "A body of this format is not taken",
                        "A body of this format is not taken."));
        PROBLEMS.put(
                HttpStatus.UNPROCESSABLE_CONTENT,
                new Told(
                        "UnprocessableContent",
                        "not-right",
                        "What was sent cannot be right; `errors` names the fields",
                        "Something in it is not right. Nothing was changed."));
        PROBLEMS.put(
                HttpStatus.PRECONDITION_REQUIRED,
                new Told(
                        "PreconditionRequired",
                        "if-match-missing",
                        "If-Match was not sent",
                        "Which version is to be changed?"));
    }

    private CommonAnswers() {}

    static void describeIn(OpenAPI api) {
        var components = api.getComponents();
        ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(Problem.class))
                .forEach(components::addSchemas);
        PROBLEMS.forEach((status, told) -> components.addResponses(told.name(), answer(status, told)));
        components.addParameters("IdempotencyKey", idempotencyKey());
    }

    private static ApiResponse answer(HttpStatus status, Told told) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", "urn:problem-type:consortium:" + told.code());
        example.put("title", status.getReasonPhrase());
        example.put("status", status.value());
        example.put("detail", told.detail());
        example.put("instance", "/api/v1/libraries/riverside");
        example.put("code", told.code());
        example.put("reference", "7f3a-10c2");
        var problem = new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                .example(example);
        return new ApiResponse()
                .description(told.meaning())
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, problem));
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .name(OnceOnly.HEADER)
                .in("header")
                .description(
                        "Sent again with the same key within a day, the call is not done again but answered as before")
                .schema(new StringSchema().minLength(1).maxLength(100))
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324");
    }

    static void addTo(Operation call, HttpMethod method, String path) {
        add(call, HttpStatus.BAD_REQUEST);
        if (call.getSecurity() == null || !call.getSecurity().isEmpty()) {
            add(call, HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN);
        }
        if (path.contains("{")) {
            add(call, HttpStatus.NOT_FOUND);
        }
        if (method != HttpMethod.GET) {
            add(call, HttpStatus.CONFLICT, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (call.getRequestBody() != null) {
            add(call, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        if (needsIfMatch(call)) {
            add(call, HttpStatus.PRECONDITION_REQUIRED);
        }
        if (method == HttpMethod.POST && !OnceOnly.tellsASecret(path)) {
            call.addParametersItem(new Parameter().$ref("#/components/parameters/IdempotencyKey"));
        }
    }

    private static boolean needsIfMatch(Operation call) {
        var parameters = call.getParameters() == null ? List.<Parameter>of() : call.getParameters();
        return parameters.stream()
                .anyMatch(parameter ->
                        "If-Match".equals(parameter.getName()) && Boolean.TRUE.equals(parameter.getRequired()));
    }

    private static void add(Operation call, HttpStatus... statuses) {
        for (var status : statuses) {
            var name = PROBLEMS.get(status).name();
            call.getResponses()
                    .addApiResponse(
                            Integer.toString(status.value()), new ApiResponse().$ref("#/components/responses/" + name));
        }
    }
}
