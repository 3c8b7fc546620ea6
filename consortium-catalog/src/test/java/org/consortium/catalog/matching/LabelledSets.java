package org.consortium.catalog.matching;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.consortium.catalog.marc.MarcEntry;
import org.consortium.catalog.marc.MarcFile;
import org.consortium.catalog.marc.MarcOptions;
import org.consortium.catalog.matching.LabelledSet.Labelled;
import org.consortium.catalog.matching.LabelledSet.Pair;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.marc4j.MarcStreamReader;
import org.marc4j.MarcStreamWriter;
import org.marc4j.MarcXmlReader;
import org.marc4j.marc.DataField;
import org.marc4j.marc.MarcFactory;
import org.marc4j.marc.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled sets in a folder of samples, each record read as an import would read it. */
final class LabelledSets {

    /** What would give the answer away. */
    private static final Set<String> NUMBERS = Set.of("019", "035", "086", "776", "856");

    private final Path root;

    LabelledSets(Path root) {
        this.root = root;
    }

    LabelledSet governmentDocuments(boolean withheld) throws IOException {
        var truths = truths(root.resolve("gpo-brief/TRUTH.tsv.gz"), row -> row[1]);
        return LabelledSet.whole(
                withheld ? "gpo-brief, numbers withheld" : "gpo-brief, all fields",
                read(files("gpo-brief", ".mrc.gz"), withheld ? NUMBERS : Set.of(), truths));
    }

    LabelledSet juvenileFiction() throws IOException {
        var truths = truths(root.resolve("hathi-juvenile-brief/TRUTH.tsv.gz"), row -> row[1]);
        return LabelledSet.whole(
                "hathi-juvenile-brief", read(files("hathi-juvenile-brief", ".mrc.gz"), Set.of(), truths));
    }

    LabelledSet bookshops() throws IOException {
        var truths = truths(root.resolve("abebooks-listings/TRUTH.tsv.gz"), row -> row[1]);
        return LabelledSet.whole(
                "abebooks-listings, no ISBN", read(files("abebooks-listings/marc-no-isbn", ".mrc"), Set.of(), truths));
    }

    /**
     * The editions one university has of one author, each as if from a library of its own. Those with the same number of
     * the Library of Congress or OCLC are the same; that all others are not is what the set is about.
     */
    LabelledSet editions() throws IOException {
        var truths = new HashMap<Identifier, String>();
        var records = new ArrayList<Labelled>();
        try (var in = open(root.resolve("marc21/works-editions/thomas-mann.xml.gz"))) {
            var reader = new MarcXmlReader(in);
            while (reader.hasNext()) {
                var record = reader.next();
                var own = record.getControlNumber();
                for (var read : read("of" + own, List.of(record), Set.of(), same -> own)) {
                    var truth = own;
                    for (var number : read.description().identifiers()) {
                        if (number.kind() == Identifier.Kind.LCCN || number.kind() == Identifier.Kind.OCLC) {
                            var known = truth;
                            truth = truths.computeIfAbsent(number, n -> known);
                        }
                    }
                    records.add(new Labelled(read.library(), read.description(), truth, read.goldRush()));
                }
            }
        }
        return LabelledSet.whole("Thomas Mann, editions", records);
    }

    private static Map<String, String> truths(Path file, Function<String[], String> number) throws IOException {
        Map<String, String> truths = new HashMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(row -> truths.put(number.apply(row), row[2]));
        }
        return truths;
    }

    private List<Path> files(String folder, String end) throws IOException {
        try (var files = Files.list(root.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<Labelled> read(List<Path> files, Set<String> without, Map<String, String> truths)
            throws IOException {
        var records = new ArrayList<Labelled>();
        for (var file : files) {
            var found = new ArrayList<Record>();
            try (var in = open(file)) {
                var reader = new MarcStreamReader(in, "UTF-8");
                while (reader.hasNext()) {
                    found.add(reader.next());
                }
            }
            var library = file.getFileName().toString().replaceAll("\\..*", "");
            records.addAll(read(library, found, without, record -> truths.get(record.getControlNumber())));
        }
        return records;
    }

    /** Through a file, as an import reads them. */
    private static List<Labelled> read(
            String library, List<Record> found, Set<String> without, Function<Record, String> truth)
            throws IOException {
        var keys = new ArrayList<String>();
        var truths = new ArrayList<String>();
        var bytes = new ByteArrayOutputStream();
        var writer = new MarcStreamWriter(bytes, "UTF-8", true);
        for (var record : found) {
            without.forEach(tag -> record.getVariableFields(tag).forEach(record::removeVariableField));
            record.getLeader().setCharCodingScheme('a');
            writer.write(record);
            keys.add(GoldRushKey.of(record));
            truths.add(truth.apply(record));
        }
        writer.close();
        var file = Files.createTempFile("labelled", ".mrc");
        try {
            Files.write(file, bytes.toByteArray());
            return labelled(library, file, truths, keys);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Labelled> labelled(String library, Path file, List<String> truths, List<String> keys) {
        var records = new ArrayList<Labelled>();
        try (var marc = MarcFile.open(file, MarcOptions.detect(), Clock.systemUTC())) {
            for (var entry = marc.next(); entry != null; entry = marc.next()) {
                if (entry instanceof MarcEntry.Readable readable) {
                    int i = readable.number() - 1;
                    records.add(new Labelled(library, readable.description(), truths.get(i), keys.get(i)));
                }
            }
        }
        return records;
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    /** Two universities' records as columns; the key stands among them. */
    LabelledSet twoUniversities() throws IOException {
        var folder = root.resolve("labelled/princeton-harvard-pairs");
        var places = new HashMap<String, Integer>();
        var records = new ArrayList<Labelled>();
        for (var row : Csv.read(folder.resolve("train_short_output.csv"))) {
            places.put(row.get("id"), records.size());
            records.add(new Labelled("l" + records.size(), columns(row), row.get("id"), row.get("gold_rush")));
        }
        var pairs = new ArrayList<Pair>();
        for (var row : Csv.read(folder.resolve("train_short_labels.csv"))) {
            if (places.containsKey(row.get("id1")) && places.containsKey(row.get("id2"))) {
                pairs.add(new Pair(
                        places.get(row.get("id1")),
                        places.get(row.get("id2")),
                        row.get("label").equals("1")));
            }
        }
        return new LabelledSet("princeton-harvard-pairs", records, pairs);
    }

    private static Description columns(Map<String, String> row) {
        var title = row.get("title").split(" : ", 2);
        var year = row.get("publication_year");
        return Description.titled(title[0])
                .subtitle(title.length > 1 ? title[1] : "")
                .part((row.get("title_number") + " " + row.get("title_part")).strip())
                .published("", row.get("publisher_name"), year.matches("\\d{4}") ? Integer.valueOf(year) : null)
                .extent(row.get("pagination"))
                .edition(row.get("edition"))
                .names(row.get("author").isBlank() ? List.of() : List.of(Name.of(row.get("author"), "")))
                .format(row.get("is_electronic_resource").equals("True") ? Format.ELECTRONIC : Format.BOOK)
                .build();
    }

    /** Finland's union catalogue: the cases that are decided by ISBN and title together, from its unpacked test fixtures. */
    LabelledSet melinda(Path fixtures) throws IOException {
        var records = new ArrayList<Labelled>();
        var pairs = new ArrayList<Pair>();
        for (var folder : folders(fixtures.resolve("match-detection/index"))) {
            var meta = json(folder.resolve("metadata.json"));
            var features = texts(meta.at("/options/strategy/features"));
            boolean byContent = features.contains("isbn") && features.contains("title");
            if (byContent && !features.contains("sid") && !features.contains("allSourceIds")) {
                var one = json(folder.resolve("recordA.json"));
                var others = list(json(folder.resolve("recordB.json")));
                var results = list(meta.get("expectedResults"));
                for (int i = 0; i < others.size(); i++) {
                    pair(one, others.get(i), results.get(i).get("match").asBoolean(), records, pairs);
                }
            }
        }
        for (var folder : folders(fixtures.resolve("index"))) {
            if (Files.exists(folder.resolve("inputRecord.json"))) {
                for (var expected : List.of("expectedMatches", "expectedNonMatches")) {
                    var file = folder.resolve(expected + ".json");
                    for (var match : Files.exists(file) ? list(json(file)) : List.<JsonNode>of()) {
                        pair(
                                json(folder.resolve("inputRecord.json")),
                                match.at("/candidate/record"),
                                expected.equals("expectedMatches"),
                                records,
                                pairs);
                    }
                }
            }
        }
        return new LabelledSet("melinda cases", records, pairs);
    }

    private static void pair(JsonNode one, JsonNode other, boolean same, List<Labelled> records, List<Pair> pairs)
            throws IOException {
        var both = new ArrayList<Labelled>();
        for (var node : List.of(one, other)) {
            var record = record(node);
            if (record.getVariableField("245") != null) {
                both.addAll(read("m" + (records.size() + both.size()), List.of(record), Set.of(), r -> ""));
            }
        }
        if (both.size() == 2) {
            pairs.add(new Pair(records.size(), records.size() + 1, same));
            records.addAll(both);
        }
    }

    private static Record record(JsonNode node) {
        var factory = MarcFactory.newInstance();
        var record = factory.newRecord(node.get("leader").asString());
        for (var field : node.get("fields")) {
            var tag = field.get("tag").asString();
            if (field.has("subfields")) {
                var added = factory.newDataField(tag, ' ', ' ');
                for (var subfield : field.get("subfields")) {
                    if (subfield.has("value") && !subfield.get("value").isNull()) {
                        added.addSubfield(factory.newSubfield(
                                subfield.get("code").asString().charAt(0),
                                subfield.get("value").asString()));
                    }
                }
                if (!added.getSubfields().isEmpty()) {
                    record.addVariableField(added);
                }
            } else if (tag.startsWith("00")) {
                record.addVariableField(
                        factory.newControlField(tag, field.get("value").asString()));
            }
        }
        return record;
    }

    /** Our own pairs of Chinese descriptions, which lie among the test resources. */
    static LabelledSet chinese() throws IOException {
        var records = new ArrayList<Labelled>();
        var pairs = new ArrayList<Pair>();
        try (var lines = new BufferedReader(new InputStreamReader(
                LabelledSets.class.getResourceAsStream("/matching/chinese-pairs.tsv"), StandardCharsets.UTF_8))) {
            for (var line : lines.lines().filter(text -> !text.startsWith("#")).toList()) {
                var cells = line.split("\t", -1);
                pairs.add(new Pair(records.size(), records.size() + 1, cells[0].equals("1")));
                for (int side = 0; side < 2; side++) {
                    var said = List.of(cells).subList(2 + 10 * side, 12 + 10 * side);
                    var library = cells[1].replace(' ', '-') + records.size();
                    records.add(new Labelled(library, chinese(said), cells[1], GoldRushKey.of(asMarc(said))));
                }
            }
        }
        return new LabelledSet("Chinese pairs of our own", records, pairs);
    }

    /** Title, subtitle, part, author, edition, publisher, year, extent, ISBN, format. */
    private static Description chinese(List<String> said) {
        return Description.titled(said.get(0))
                .subtitle(said.get(1))
                .part(said.get(2))
                .names(said.get(3).isEmpty() ? List.of() : List.of(Name.of(said.get(3), "")))
                .edition(said.get(4))
                .published("", said.get(5), Integer.valueOf(said.get(6)))
                .extent(said.get(7))
                .identifiers(Isbn.in(said.get(8)).map(Identifier::of).stream().toList())
                .languages(List.of("chi"))
                .format(Format.valueOf(said.get(9)))
                .build();
    }

    /** For the baseline, which is defined on fields. */
    private static Record asMarc(List<String> said) {
        var factory = MarcFactory.newInstance();
        var record = factory.newRecord(
                said.get(9).equals("AUDIO") ? "00000nim a2200000 a 4500" : "00000nam a2200000 a 4500");
        for (var field : List.of("245a0", "245b1", "245n2", "100a3", "250a4", "260b5", "260c6", "300a7")) {
            var text = said.get(field.charAt(4) - '0');
            if (!text.isEmpty()) {
                var tag = field.substring(0, 3);
                var there = (DataField) record.getVariableField(tag);
                if (there == null) {
                    there = factory.newDataField(tag, ' ', ' ');
                    record.addVariableField(there);
                }
                there.addSubfield(factory.newSubfield(field.charAt(3), text));
            }
        }
        if (said.get(9).equals("ELECTRONIC")) {
            record.addVariableField(factory.newDataField("337", ' ', ' ', "a", "computer"));
        }
        return record;
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(file));
    }

    private static List<JsonNode> list(JsonNode node) {
        return node.isArray() ? new ArrayList<>(node.values()) : List.of(node);
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    /** Rows by column, from comma-separated values with quoted cells. */
    static final class Csv {

        private Csv() {}

        static List<Map<String, String>> read(Path file) throws IOException {
            var lines = cells(Files.readString(file));
            var rows = new ArrayList<Map<String, String>>();
            for (var line : lines.subList(1, lines.size())) {
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < lines.get(0).size(); i++) {
                    row.put(lines.get(0).get(i), i < line.size() ? line.get(i) : "");
                }
                rows.add(row);
            }
            return rows;
        }

        private static List<List<String>> cells(String text) {
            var rows = new ArrayList<List<String>>();
            var row = new ArrayList<String>();
            var cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == ',' || c == '\n')) {
                    row.add(cell.toString().replace("\r", ""));
                    cell.setLength(0);
                    if (c == '\n') {
                        rows.add(new ArrayList<>(row));
                        row.clear();
                    }
                } else {
                    cell.append(c);
                }
            }
            if (!row.isEmpty()) {
                row.add(cell.toString());
                rows.add(row);
            }
            return rows;
        }
    }
}
