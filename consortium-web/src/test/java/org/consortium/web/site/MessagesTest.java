package org.consortium.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.catalog.intake.IntakeWarning;
import org.consortium.catalog.intake.ListReject;
import org.consortium.catalog.marc.MarcReject;
import org.consortium.catalog.marc.MarcWarning;
import org.consortium.core.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text is there in both languages, and every text a page or a refusal asks for is there. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates");

    /** A key written out in a template: {@code #{home.title}}, {@code #{pager.page(...)}}. */
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-z0-9.-]*)[}(]");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** Types whose values no page shows by a word of their own. */
    private static final Set<String> WITHOUT_WORDS = Set.of(
            "Reason.Kind",
            "Description.ClassNumber.Scheme",
            "MarcFamily",
            "MarcReject",
            "MarcWarning.Kind",
            "ListReject",
            "IntakeWarning.Kind",
            "RequestSheets.Offer",
            "Scan.Command");

    static Stream<String> bundles() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("messages"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void sayTheSameInBothLanguages(String bundle) {
        var chinese = texts(bundle);
        var english = texts(bundle + "_en");

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        chinese.forEach((key, text) ->
                assertThat(placeholders(english.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void haveNoSingleStraightQuoteWhichMessageFormatSwallows(String bundle) {
        Stream.of(bundle, bundle + "_en")
                .forEach(name -> texts(name)
                        .forEach((key, text) -> assertThat(text.replace("''", ""))
                                .as(name + ": " + key)
                                .doesNotContain("'")));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areKnownToTheProgram(String bundle) throws IOException {
        assertThat(Files.readString(RESOURCES.resolve("application.yml"))).contains("messages/" + bundle);
    }

    @Test
    void nameNoKeyTwice() throws IOException {
        var keys = bundles().flatMap(bundle -> texts(bundle).keySet().stream()).toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void areThereForEveryTemplate() throws IOException {
        var known = all();
        try (var templates = Files.walk(TEMPLATES)) {
            var missing = templates
                    .filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> KEY.matcher(text(file))
                            .results()
                            .map(match -> match.group(1))
                            .filter(key -> !known.contains(key))
                            .map(key -> TEMPLATES.relativize(file) + ": " + key))
                    .toList();

            assertThat(missing).isEmpty();
        }
    }

    @Test
    void tellEveryRefusal() throws IOException {
        var known = all();

        assertThat(enums().filter(type -> type.isAssignableTo(Reason.class))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(reason -> "refusal." + ((Reason) reason).code())
                        .filter(key -> !known.contains(key)))
                .isEmpty();
    }

    @Test
    void tellEveryDoubtAboutARecordAndEveryReject() throws IOException {
        var codes = Stream.of(
                        Arrays.stream(MarcWarning.Kind.values()).map(kind -> "marc.warning." + code(kind)),
                        Arrays.stream(IntakeWarning.Kind.values()).map(kind -> "marc.warning." + code(kind)),
                        Arrays.stream(MarcReject.values()).map(reject -> "marc.reject." + code(reject)),
                        Arrays.stream(ListReject.values()).map(reject -> "marc.reject." + code(reject)))
                .flatMap(keys -> keys);

        assertThat(all()).containsAll(codes.toList());
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void haveAWordForEveryValueOfTheDomain() throws IOException {
        var known = all();

        assertThat(constants().map(constant -> "word." + States.name(constant)).filter(key -> !known.contains(key)))
                .isEmpty();
    }

    @Test
    void haveNoShapeForStatesThatAreNot() {
        assertThat(constants().map(States::name)).containsAll(States.named());
    }

    private static Stream<? extends Enum<?>> constants() {
        return enums().filter(type -> !type.isAssignableTo(Reason.class))
                .filter(type -> !WITHOUT_WORDS.contains(shortName(type)))
                .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                .map(constant -> (Enum<?>) constant);
    }

    private static Stream<JavaClass> enums() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.consortium.core", "org.consortium.catalog", "org.consortium.loans")
                        .stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> Modifier.isPublic(type.reflect().getModifiers()));
    }

    private static String shortName(JavaClass type) {
        return type.getName().replaceAll(".*\\.", "").replace('$', '.');
    }

    private static Set<String> all() throws IOException {
        return bundles().flatMap(bundle -> texts(bundle).keySet().stream()).collect(Collectors.toSet());
    }

    private static List<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return List.copyOf(found);
    }

    private static Map<String, String> texts(String bundle) {
        var file = RESOURCES.resolve("messages").resolve(bundle + ".properties");
        try (var reader = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(reader);
            var texts = new TreeMap<String, String>();
            properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
