package org.consortium.web.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consortium.core.Label;

/** Names of the upper classes of the Chinese Library Classification; deeper ones go by their number alone. */
final class ClcNames {

    private static final Map<String, Label> NAMES = new LinkedHashMap<>();

    static {
        try (var file = ClcNames.class.getResourceAsStream("/catalogue/clc.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> NAMES.put(cells[0], new Label(cells[1], cells[2])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private ClcNames() {}

    static Optional<String> name(String code, Locale locale) {
        return Optional.ofNullable(NAMES.get(code)).map(label -> label.in(locale));
    }

    /** Number and name: I2 中国文学; the number alone where it has no name here. */
    static String of(String code, Locale locale) {
        return name(code, locale).map(name -> code + " " + name).orElse(code);
    }

    /** The main classes. */
    static List<String> main() {
        return NAMES.keySet().stream().filter(code -> code.length() == 1).toList();
    }
}
