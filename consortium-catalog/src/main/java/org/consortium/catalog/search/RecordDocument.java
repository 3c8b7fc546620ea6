package org.consortium.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consortium.catalog.text.Counted;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Identifier;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;

/**
 * A union record as the index knows it. Searched fields hold folded text of every member's contribution; shown fields hold
 * the elected one's text as printed. A change here needs a new {@link CatalogueIndex#SCHEMA}.
 */
@SearchEntity
@Indexed(index = RecordDocument.INDEX)
final class RecordDocument {

    static final String INDEX = "records";

    /** Bytes a search engine takes in one term, less some: a longer "title" is a broken record, and its beginning will do. */
    private static final int LONGEST_KEY = 400;

    private static final int LONGEST_SHOWN = 2_000;

    /** How far holdings and loans may lift a record among its equals. */
    static final int LIKED_STEPS = 7;

    /** A festschrift names more people than anyone narrows by. */
    private static final int MOST_HEADINGS = 40;

    @DocumentId
    final String id;

    // what is searched, best field first

    @KeywordField
    final List<String> titleKeys;

    @KeywordField
    final List<String> otherTitleKeys;

    @KeywordField
    final List<String> pinyinKeys;

    @KeywordField
    final List<String> initials;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> titles;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY, projectable = Projectable.YES)
    final List<String> otherTitles;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> names;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY, projectable = Projectable.YES)
    final List<String> subjects;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> publishers;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> series;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> everything;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> titlePinyin;

    @FullTextField(analyzer = Analysis.TEXT, searchAnalyzer = Analysis.QUERY)
    final List<String> namePinyin;

    @KeywordField
    final List<String> nameKeys;

    @KeywordField
    final List<String> numbers;

    @KeywordField
    final List<String> callNumbers;

    @KeywordField
    final List<String> clcPath;

    // what is filtered, counted and sorted by

    /** Where it is, its kind, languages, classes, decade: see {@link Trait}. */
    @KeywordField(aggregable = Aggregable.YES)
    final Set<String> traits;

    /** Whose shelves it is on. */
    @KeywordField(aggregable = Aggregable.YES)
    final Set<String> shelves;

    @KeywordField(aggregable = Aggregable.YES)
    final List<String> authors;

    @KeywordField(aggregable = Aggregable.YES)
    final List<String> topics;

    /** How many steps up in how widely it is held and borrowed. */
    @KeywordField
    final String liked;

    @GenericField(aggregable = Aggregable.YES)
    final int copies;

    @GenericField(sortable = Sortable.YES)
    final int loans;

    @GenericField(sortable = Sortable.YES)
    final long createdAt;

    @KeywordField(sortable = Sortable.YES)
    final String titleOrder;

    /**
     * The id once more, so that what is otherwise equal keeps its place from page to page; as a number, for to compare
     * words the engine looks each up in its dictionary.
     */
    @GenericField(sortable = Sortable.YES)
    final long key;

    // what is shown, and filtered by as it is shown

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String title;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String part;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String subtitle;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String originalTitle;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String byline;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final List<String> namesShown;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String edition;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String publisher;

    @GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
    final Integer year;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String format;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final String clc;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final List<String> languages;

    @KeywordField(projectable = Projectable.YES, searchable = Searchable.NO)
    final List<String> isbns;

    RecordDocument(RecordFacts facts) {
        var elected = facts.elected();
        var descriptions =
                facts.sources().stream().map(RecordFacts.Source::description).toList();
        var standing = facts.standing();
        var holders = facts.holders();

        id = facts.id();
        key = Long.parseLong(id, Character.MAX_RADIX);
        var titleForms =
                counted(descriptions.stream().map(TitleParts::of).distinct().flatMap(TitleParts::forms));
        titles = counted(texts(descriptions, RecordDocument::wholeTitle).stream());
        otherTitles = counted(texts(descriptions, description -> description.otherTitles().stream()).stream());
        names = texts(descriptions, RecordDocument::responsible);
        subjects = texts(descriptions, description -> description.subjects().stream());
        publishers = texts(descriptions, description -> Stream.of(description.publisher()));
        series = texts(descriptions, description -> description.series().stream());
        callNumbers = numberKeys(standing.stream().map(RecordFacts.CopyFacts::callNumber));
        everything = together(
                titles,
                otherTitles,
                names,
                subjects,
                publishers,
                series,
                texts(descriptions, description -> Stream.of(description.responsibility(), description.place())),
                counted(texts(descriptions, RecordDocument::editionYearAndClasses).stream()),
                texts(descriptions, RecordDocument::contentsAndOtherNotes));

        titleKeys = keys(titleForms.stream().flatMap(form -> Stream.of(form, Articles.without(form))));
        otherTitleKeys = keys(otherTitles.stream());
        var spoken = Stream.concat(titleForms.stream(), otherTitles.stream())
                .filter(Pinyin::hasHan)
                .distinct()
                .flatMap(title -> Pinyin.variants(title).stream())
                .distinct()
                .toList();
        titlePinyin =
                spoken.stream().map(syllables -> String.join(" ", syllables)).toList();
        pinyinKeys = keys(titlePinyin.stream());
        initials = keys(spoken.stream().map(Pinyin::initials));
        namePinyin = names.stream()
                .filter(Pinyin::hasHan)
                .map(name -> String.join(" ", Pinyin.nameSyllables(name)))
                .distinct()
                .toList();
        namesShown = elected.names().stream().map(Name::shown).distinct().toList();
        nameKeys =
                namesShown.stream().flatMap(RecordDocument::nameKeys).distinct().toList();
        numbers = numberKeys(Stream.concat(
                descriptions.stream()
                        .flatMap(description ->
                                description.identifiers().stream().map(Identifier::value)),
                standing.stream().map(RecordFacts.CopyFacts::barcode)));
        clcPath = descriptions.stream()
                .flatMap(RecordDocument::clcNumbers)
                .flatMap(RecordDocument::prefixes)
                .distinct()
                .toList();

        authors = headings(elected.names().stream().map(Name::shown).map(Heading::ofName));
        topics = headings(elected.subjects().stream().map(Heading::ofSubject));
        var counted = new RecordTraits(facts, holders, clcPath);
        traits = counted.traits();
        shelves = counted.shelves();
        liked = String.valueOf(liked(holders.size(), facts.loans()));
        copies = standing.size();
        loans = facts.loans();
        createdAt = facts.createdAt().toEpochMilli();
        titleOrder = TitleOrder.of(elected);

        title = shown(elected.title());
        part = shown(elected.part());
        subtitle = shown(elected.subtitle());
        originalTitle = originalTitle(elected);
        byline = shown(facts.byline().isEmpty() ? elected.responsibility() : facts.byline());
        edition = shown(elected.edition());
        publisher = shown(elected.publisher());
        year = elected.year();
        format = elected.format().name();
        clc = clcNumbers(elected).findFirst().orElse("");
        languages = descriptions.stream()
                .flatMap(description -> description.languages().stream())
                .distinct()
                .toList();
        isbns = descriptions.stream()
                .flatMap(description -> description.identifiers().stream())
                .filter(identifier -> identifier.kind() == Identifier.Kind.ISBN)
                .map(Identifier::value)
                .distinct()
                .toList();
    }

    /** How a name may be begun to be typed: as it is written, in pinyin, by initials. */
    static Stream<String> nameKeys(String name) {
        var folded = Folding.fold(name);
        var written = Stream.of(folded);
        if (!Pinyin.hasHan(folded)) {
            return keys(written).stream();
        }
        var syllables = Pinyin.nameSyllables(folded);
        return keys(Stream.concat(written, Stream.of(String.join(" ", syllables), Pinyin.initials(syllables))))
                .stream();
    }

    private static Stream<String> wholeTitle(Description description) {
        return Stream.of(description.fullTitle());
    }

    private record TitleParts(String title, String part, String subtitle) {

        static TitleParts of(Description description) {
            return new TitleParts(description.title(), description.part(), description.subtitle());
        }

        /** The title alone, with its part, with its subtitle and with both, folded: each is how somebody quotes it. */
        Stream<String> forms() {
            var main = Folding.fold(title);
            var ofPart = Folding.fold(part);
            var below = Folding.fold(subtitle);
            return Stream.of(main, main + " " + ofPart, main + " " + below, main + " " + ofPart + " " + below)
                    .map(form -> form.replace("  ", " ").strip());
        }
    }

    /** Who made it; where nobody is named, what the title page says. */
    private static Stream<String> responsible(Description description) {
        return description.names().isEmpty()
                ? Stream.of(description.responsibility())
                : description.names().stream().flatMap(name -> Stream.of(name.name(), name.original()));
    }

    private static List<String> counted(Stream<String> folded) {
        return folded.flatMap(text -> Stream.of(text, Counted.plain(text)))
                .distinct()
                .toList();
    }

    private static List<String> headings(Stream<Heading> headings) {
        var oneForm = new LinkedHashMap<String, String>();
        headings.filter(Heading::isSortable).forEach(heading -> oneForm.putIfAbsent(heading.key(), heading.term()));
        return oneForm.values().stream().limit(MOST_HEADINGS).toList();
    }

    /** A step for each doubling: four libraries and twenty loans say more than one of each, but not twenty times as much. */
    private static int liked(int holders, int loans) {
        int weight = 2 * holders + loans;
        int doublings = 31 - Integer.numberOfLeadingZeros(Math.max(1, weight));
        return Math.min(LIKED_STEPS, doublings);
    }

    /** What a volume contains is often said in notes alone. */
    private static Stream<String> contentsAndOtherNotes(Description description) {
        return Stream.concat(description.notes().stream(), Stream.of(description.summary()));
    }

    private static Stream<String> editionYearAndClasses(Description description) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(description.edition()),
                        Stream.ofNullable(description.year()).map(String::valueOf)),
                description.classNumbers().stream().map(ClassNumber::number));
    }

    private static Stream<String> clcNumbers(Description description) {
        return description.classNumbers().stream()
                .filter(number -> number.scheme() == ClassNumber.Scheme.CLC)
                .map(ClassNumber::number)
                .filter(number -> !number.isEmpty());
    }

    /** I247.57 stands in I, I2, I24, I247, I247.5 and I247.57. */
    private static Stream<String> prefixes(String number) {
        return Stream.iterate(1, length -> length <= Math.min(number.length(), 40), length -> length + 1)
                .map(length -> number.substring(0, length))
                .filter(prefix -> !prefix.endsWith("."))
                .map(Folding::key)
                .filter(prefix -> !prefix.isEmpty());
    }

    /** The title in its own script where the main title is romanised. */
    private static String originalTitle(Description elected) {
        return Pinyin.hasHan(elected.title())
                ? ""
                : elected.otherTitles().stream()
                        .filter(Pinyin::hasHan)
                        .findFirst()
                        .map(RecordDocument::shown)
                        .orElse("");
    }

    private static List<String> texts(List<Description> from, Function<Description, Stream<String>> part) {
        return from.stream()
                .flatMap(part)
                .filter(Objects::nonNull)
                .distinct()
                .map(Folding::fold)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Numbers and codes as they are typed, with or without their signs. */
    private static List<String> numberKeys(Stream<String> numbers) {
        return keys(numbers.map(Folding::fold));
    }

    /** Folded texts without spaces. */
    private static List<String> keys(Stream<String> folded) {
        return folded.map(text -> text.replace(" ", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.length() > LONGEST_KEY ? text.substring(0, LONGEST_KEY) : text)
                .distinct()
                .toList();
    }

    @SafeVarargs
    private static List<String> together(Collection<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }
}
