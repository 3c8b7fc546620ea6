package org.consortium.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API is valid, whole, and describes every address there is. It is left in target/openapi.json for other linters. */
@WebTest
class ApiDescriptionTest {

    private static final Path WHERE = Path.of("target", "openapi.json");

    @Autowired
    Visits visits;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void isValid() throws IOException {
        var json = visits.ofStranger().get("/v3/api-docs");
        Files.writeString(WHERE, json.body());

        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(json.body(), null, options);

        assertThat(json.status()).isEqualTo(200);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
    }

    @Test
    void describesEveryAddress() {
        var api = new OpenAPIV3Parser()
                .readContents(visits.ofStranger().get("/v3/api-docs").body())
                .getOpenAPI();
        var described = new ArrayList<String>();
        api.getPaths()
                .forEach((path, calls) -> calls.readOperationsMap().forEach((method, call) -> {
                    assertThat(call.getSummary())
                            .as("summary of %s %s", method, path)
                            .isNotBlank();
                    assertThat(call.getDescription())
                            .as("description of %s %s", method, path)
                            .isNotBlank();
                    assertThat(call.getTags()).as("tags of %s %s", method, path).isNotEmpty();
                    described.add(method + " " + path);
                }));

        var mapped = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .distinct()
                .toList();
        assertThat(described).containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    void isAlsoGivenAsYaml() {
        var yaml = visits.ofStranger().get("/v3/api-docs.yaml");

        assertThat(yaml.status()).isEqualTo(200);
        assertThat(yaml.body()).contains("openapi: 3.1");
    }
}
