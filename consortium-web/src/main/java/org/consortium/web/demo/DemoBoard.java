package org.consortium.web.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.web.security.DemoLogins;
import org.consortium.web.site.Announcement;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells everybody who may sign in to the demo world, and what each could try: on the sign-in page and where the program starts. */
@Component
@ConditionalOnProperty(name = "consortium.demo", havingValue = "true")
class DemoBoard implements DemoLogins, Announcement {

    private final List<Entry> entries;

    DemoBoard() {
        var staff = byColumn(DemoTable.of("staff.tsv"), "login");
        var readers = byColumn(DemoTable.of("readers.tsv"), "card");
        var libraries = byColumn(DemoTable.of("libraries.tsv"), "code");
        entries = DemoTable.of("logins.tsv").rows().stream()
                .map(row -> Optional.ofNullable(readers.get(row.get("who")))
                        .map(reader -> reader(reader, libraries, row))
                        .orElseGet(() -> staff(staff.get(row.get("who")), libraries, row)))
                .toList();
    }

    /** @param what one may try first */
    private record Entry(boolean staff, String name, String secret, Label person, Label library, Label what) {}

    private static Map<String, DemoTable.Row> byColumn(DemoTable table, String column) {
        return table.rows().stream().collect(Collectors.toMap(row -> row.get(column), Function.identity()));
    }

    private static Entry reader(DemoTable.Row reader, Map<String, DemoTable.Row> libraries, DemoTable.Row row) {
        return new Entry(
                false,
                reader.get("card"),
                reader.get("pin"),
                new Label(reader.get("name_zh"), reader.get("name_latin")),
                name(libraries.get(reader.get("home"))),
                what(row));
    }

    private static Entry staff(DemoTable.Row person, Map<String, DemoTable.Row> libraries, DemoTable.Row row) {
        return new Entry(
                true,
                person.get("login"),
                DemoMembers.PASSWORD,
                name(person),
                name(libraries.get(person.get("library"))),
                what(row));
    }

    private static Label name(DemoTable.Row row) {
        return new Label(row.get("name_zh"), row.get("name_en"));
    }

    private static Label what(DemoTable.Row row) {
        return new Label(row.get("try_zh"), row.get("try_en"));
    }

    @Override
    public List<Login> logins() {
        return entries.stream()
                .map(entry -> new Login(
                        entry.staff(),
                        entry.name(),
                        entry.secret(),
                        new Label(
                                entry.person().zh() + "，" + entry.library().zh(),
                                entry.person().en() + ", " + entry.library().en())))
                .toList();
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<>(
                List.of("", "This is the demo world of Yunze (云泽), a region that does not exist. Sign in as", ""));
        for (var entry : entries) {
            lines.add(line(
                    entry.name(),
                    entry.secret(),
                    entry.person().zh() + " " + entry.person().en(),
                    entry.library().en(),
                    entry.what().en()));
        }
        return lines;
    }

    private static String line(String name, String secret, String person, String library, String what) {
        return padded(name, 15) + padded(secret, 12) + padded(person, 30) + padded(library, 32) + what;
    }

    /** Chinese characters take two places on a terminal. */
    private static String padded(String text, int width) {
        int places = text.codePoints().map(letter -> letter < 0x2E80 ? 1 : 2).sum();
        return text + " ".repeat(Math.max(1, width - places));
    }
}
