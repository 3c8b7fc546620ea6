package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.core.union.Description.titled;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordSearchTest {

    @Autowired
    RecordSearch search;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    IndexWorker worker;

    @Autowired
    JdbcClient jdbc;

    UnionShelf shelf;
    RecordId dream;
    RecordId dreamOfOld;
    RecordId river;
    RecordId miserables;

    @BeforeAll
    void fillTheShelves() {
        shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        shelf.library("district", "city", "云泽区图书馆", "Yunze District Library");
        shelf.library("qiaotou", "district", "桥头镇图书馆", "Qiaotou Town Library");
        shelf.library("university", null, "云泽大学图书馆", "Yunze University Library");

        dream = shelf.record(
                "city",
                titled("红楼梦")
                        .responsibility("曹雪芹著")
                        .names(List.of(Name.of("曹雪芹", "著")))
                        .published("", "人民文学出版社", 1982)
                        .identifiers(List.of(Identifier.of(new Isbn("7-02-000220-X"))))
                        .classNumbers(List.of(new ClassNumber(ClassNumber.Scheme.CLC, "I242.4")))
                        .languages(List.of("chi"))
                        .format(Format.BOOK)
                        .build());
        shelf.copy("city", dream, "YZ0001", "I242.4/48");
        shelf.status(shelf.copy("university", dream, "YD-77", "I242.4/C17"), "ON_LOAN");
        dreamOfOld = shelf.record(
                "university",
                titled("紅樓夢研究")
                        .names(List.of(Name.of("俞平伯", "著")))
                        .published("", "", 1973)
                        .subjects(List.of("《红楼梦》研究"))
                        .languages(List.of("chi"))
                        .format(Format.BOOK)
                        .build());
        shelf.copy("university", dreamOfOld, "YD-78", "I207.411/Y8");
        river = shelf.record(
                "qiaotou",
                titled("额尔古纳河右岸")
                        .names(List.of(Name.of("迟子建", "著")))
                        .published("", "", 2005)
                        .languages(List.of("chi"))
                        .format(Format.BOOK)
                        .build());
        shelf.copy("qiaotou", river, "QT-1", "I247.57/C58");
        record("三体", "刘慈欣", 2008, "chi", Format.BOOK);
        record("三体II：黑暗森林", "刘慈欣", 2008, "chi", Format.BOOK);
        record("一九八四", "奥威尔", 2010, "chi", Format.BOOK);
        record("1984", "Orwell, George", 1949, "eng", Format.BOOK);
        miserables = record("Les Misérables", "Hugo, Victor", 1862, "fre", Format.BOOK);
        record("C++ Primer", "Lippman, Stanley B.", 2012, "eng", Format.BOOK);
        record("C程序设计", "谭浩强", 1991, "chi", Format.BOOK);
        record("二胡曲集", "刘天华", 1980, "chi", Format.MUSIC);
        record("重庆美食", "", 2015, "chi", Format.BOOK);
        rebuild.run();
    }

    private RecordId record(String title, String name, int year, String language, Format format) {
        return shelf.record(
                "university",
                titled(title)
                        .names(name.isEmpty() ? List.of() : List.of(Name.of(name, "")))
                        .published("", "", year)
                        .languages(List.of(language))
                        .format(format)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "红楼梦,红楼梦",
        "紅樓夢,红楼梦",
        "红楼,红楼梦",
        "红楼梦曹雪芹,红楼梦",
        "曹雪芹红楼梦,红楼梦",
        "曹雪芹 红楼,红楼梦",
        "《红楼梦》,红楼梦",
        "honglou meng,红楼梦",
        "honglou,红楼梦",
        "hongloumeng,红楼梦",
        "hong lou meng,红楼梦",
        "hlm,红楼梦",
        "caoxueqin,红楼梦",
        "honglou caoxueqin,红楼梦",
        "eegnh,额尔古纳河右岸",
        "eerguna,额尔古纳河右岸",
        "額爾古納河,额尔古纳河右岸",
        "santi,三体",
        "三体,三体",
        "黑暗森林三体,三体II：黑暗森林",
        "les miserables,Les Misérables",
        "MISERABLES les,Les Misérables",
        "victor hugo,Les Misérables",
        "\"les misérables\",Les Misérables",
        "c++,C++ Primer",
        "primer c++,C++ Primer",
        "1984,1984",
        "orwell 1984,1984",
        "chongqing,重庆美食",
        "cqms,重庆美食",
        "7-02-000220-X,红楼梦",
        "7 02 000220 X,红楼梦",
        "978-7-02-000220-7,红楼梦",
        "9787020002207,红楼梦",
        "ISBN 978-7-02-000220-7,红楼梦",
        "ISBN：７－０２－０００２２０－Ｘ,红楼梦",
        "ＹＺ０００１,红楼梦",
        "hong2 lou2 meng4,红楼梦",
        "hong2lou2meng4,红楼梦",
        "hónglóu mèng,红楼梦",
        "cao2xue3qin2 hong2lou2,红楼梦",
        "YD-77,红楼梦",
        "yd77,红楼梦",
        "I242.4/48,红楼梦",
        "i207.411,紅樓夢研究",
        "I242,红楼梦",
        "人民文学出版社 红楼梦,红楼梦"
    })
    void findsFirstWhatWasMeant(String typed, String title) {
        assertThat(titles(SearchQuery.of(typed))).first().isEqualTo(title);
    }

    @Test
    void putsTheExactTitleBeforeTitlesThatContainIt() {
        assertThat(titles(SearchQuery.of("紅樓夢"))).containsExactly("红楼梦", "紅樓夢研究");
        assertThat(titles(SearchQuery.of("三体"))).containsExactly("三体", "三体II：黑暗森林");
    }

    @Test
    void keepsToThePhraseInQuotes() {
        assertThat(titles(SearchQuery.of("\"梦红楼\""))).isEmpty();
        assertThat(titles(SearchQuery.of("\"miserables les\""))).isEmpty();
    }

    @Test
    void needsEveryWord() {
        assertThat(titles(SearchQuery.of("红楼梦 迟子建"))).isEmpty();
    }

    @Test
    void listsEverythingNewestFirstWhenNothingIsAsked() {
        var all = search.search(SearchQuery.of("  "));

        assertThat(all.total()).isEqualTo(12);
        assertThat(all.items()).extracting(Hit::title).first().isEqualTo("重庆美食");
        assertThat(all.items()).extracting(Hit::title).last().isEqualTo("Les Misérables");
    }

    @Test
    void sortsByPinyinOfTheTitle() {
        var inOrder = titles(SearchQuery.of("").sorted(SearchSort.TITLE));

        assertThat(inOrder).containsSubsequence("二胡曲集", "红楼梦", "紅樓夢研究", "三体", "一九八四");
    }

    @Test
    void tellsWhoHoldsItAndWhereItIsIn() {
        var hit = search.search(SearchQuery.of("7020002206")).items();
        assertThat(hit).isEmpty();

        var found = search.search(SearchQuery.of("702000220X")).items().get(0);

        assertThat(found.id()).isEqualTo(dream);
        assertThat(found.byline()).isEqualTo("曹雪芹著");
        assertThat(found.publisher()).isEqualTo("人民文学出版社");
        assertThat(found.year()).isEqualTo(1982);
        assertThat(found.clc()).isEqualTo("I242.4");
        assertThat(found.languages()).containsExactly("chi");
        assertThat(found.isbns()).containsExactly("9787020002207");
        assertThat(found.availability().libraries()).isEqualTo(2);
        assertThat(found.availability().librariesWithFree()).isEqualTo(1);
    }

    @Test
    void countsEachFacetWithoutItsOwnFilter() {
        var all = search.search(SearchQuery.of("")).facets();
        assertThat(count(all.languages(), "chi")).isEqualTo(9);
        assertThat(count(all.languages(), "eng")).isEqualTo(2);
        assertThat(count(all.formats(), Format.MUSIC)).isEqualTo(1);
        assertThat(count(all.decades(), 2010)).isEqualTo(3);
        assertThat(all.available()).isEqualTo(3);
        assertThat(all.places())
                .extracting(line -> line.code() + " " + line.depth() + " " + line.count())
                .containsExactly("city 0 2", "city-main 1 1", "district 1 1", "qiaotou 2 1", "university 0 11");

        var filtered =
                search.search(SearchQuery.read(Map.of("language", List.of("chi", "fre"), "format", List.of("book"))));

        assertThat(filtered.total()).isEqualTo(9);
        assertThat(count(filtered.facets().languages(), "eng")).isEqualTo(2);
        assertThat(count(filtered.facets().languages(), "chi")).isEqualTo(8);
        assertThat(count(filtered.facets().formats(), Format.MUSIC)).isEqualTo(1);
        assertThat(count(filtered.facets().formats(), Format.BOOK)).isEqualTo(9);
    }

    @Test
    void countsAvailabilityOverTheLibrariesChosen() {
        var university = new LibraryCode("university");
        var of = search.search(SearchQuery.of("红楼梦").toggle(university));
        assertThat(of.total()).isEqualTo(2);
        assertThat(of.facets().available()).isEqualTo(1);

        var in = search.search(SearchQuery.of("红楼梦").toggle(university).onlyAvailable(true));

        assertThat(in.items()).extracting(Hit::id).containsExactly(dreamOfOld);
        assertThat(in.facets().places())
                .extracting(line -> line.code() + " " + line.count())
                .containsExactly("city 1", "city-main 1", "university 1");
    }

    @Test
    void countsAHoldingForEveryLibraryAbove() {
        assertThat(titles(SearchQuery.of("").toggle(new LibraryCode("city")).sorted(SearchSort.OLDEST)))
                .containsExactly("红楼梦", "额尔古纳河右岸");
        assertThat(titles(SearchQuery.of("").toggle(new LibraryCode("qiaotou"))))
                .containsExactly("额尔古纳河右岸");
    }

    @Test
    void countsRegionsOverTheirLibrariesWhichMayLieInAnotherOneThanWhatIsAboveThem() {
        region("city", "云泽市");
        region("district", "青石县");
        try {
            worker.drain();
            assertThat(places(SearchQuery.of("")))
                    .containsExactly(
                            "云泽市 0 2",
                            "city 1 2",
                            "city-main 2 1",
                            "青石县 0 1",
                            "district 1 1",
                            "qiaotou 2 1",
                            "university 0 11");

            var county = SearchQuery.read(Map.of("region", List.of("青石县")));
            assertThat(titles(county)).containsExactly("额尔古纳河右岸");
            assertThat(places(county)).contains("云泽市 0 2", "青石县 0 1");
            assertThat(search.search(county).total()).isEqualTo(1);
            assertThat(search.search(SearchQuery.read(Map.of("region", List.of("云泽市"))))
                            .total())
                    .isEqualTo(2);
            var either = SearchQuery.read(Map.of("region", List.of("青石县"), "library", List.of("university")));
            assertThat(search.search(either).total()).isGreaterThan(10);

            var shelf = search.search(county.onlyAvailable(true));
            assertThat(shelf.total()).isEqualTo(shelf.facets().available());
            assertThat(SearchQuery.read(county.parameters())).isEqualTo(county);
            assertThat(search.search(SearchQuery.read(Map.of("region", List.of("别处"))))
                            .total())
                    .isZero();
        } finally {
            region("city", "");
            region("district", "");
            worker.drain();
        }
    }

    private List<String> places(SearchQuery query) {
        return search.search(query).facets().places().stream()
                .map(line -> line.code() + " " + line.depth() + " " + line.count())
                .toList();
    }

    private void region(String library, String name) {
        jdbc.sql("update library set region = :name where code = :library")
                .param("name", name)
                .param("library", library)
                .update();
    }

    @Test
    void narrowsByYears() {
        assertThat(titles(SearchQuery.of("").years(1980, 1982).sorted(SearchSort.OLDEST)))
                .containsExactly("二胡曲集", "红楼梦");
        assertThat(titles(SearchQuery.of("").years(null, 1900))).containsExactly("Les Misérables");
    }

    @Test
    void pages() {
        var first = search.search(SearchQuery.of("").ofSize(5));
        var last = search.search(SearchQuery.of("").ofSize(5).toPage(2));

        assertThat(first.items()).hasSize(5);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(last.items()).hasSize(2);
        assertThat(last.hasNext()).isFalse();
    }

    @Test
    void refusesWhatNobodyPagesThrough() {
        assertThatThrownBy(() -> SearchQuery.of("").ofSize(100).toPage(100))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(SearchRefusal.SEARCH_TOO_DEEP));
    }

    @ParameterizedTest
    @CsvSource({
        "page,-1",
        "page,x",
        "size,101",
        "size,0",
        "language,chinese",
        "format,brick",
        "sort,upwards",
        "yearFrom,mmxx",
        "library,?!",
        "available,maybe"
    })
    void refusesParametersThatCannotBeRight(String name, String value) {
        assertThatThrownBy(() -> SearchQuery.read(Map.of(name, List.of(value))))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(SearchRefusal.SEARCH_PARAMETER));
    }

    @Test
    void isTheSameQueryAfterAnAddress() {
        var query = new SearchQuery(
                "红楼梦 & co",
                SearchScope.group(new LibraryCode("towns")),
                Map.of(
                        Facet.LIBRARY, Set.of("city"),
                        Facet.LANGUAGE, Set.of("chi"),
                        Facet.FORMAT, Set.of("BOOK"),
                        Facet.AUTHOR, Set.of("曹雪芹"),
                        Facet.CLASS, Set.of("I242.4")),
                1980,
                1990,
                true,
                SearchSort.MOST_BORROWED,
                2,
                50);

        assertThat(SearchQuery.read(query.parameters())).isEqualTo(query);
        assertThat(query.queryString()).endsWith("&available=true&sort=most-borrowed&page=2&size=50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "***",
                "\"\"",
                "《》",
                "a AND (",
                "~^:?",
                "\\",
                "\u0000\u0007",
                "\uD83D",
                "\uDC00红",
                "-红楼梦",
                "[* TO *]",
                "\u200B",
                "😀",
                "()",
                "a:b",
                "//",
                "\"红楼梦",
                "ﷺ",
                "\u202E1984"
            })
    void neverFailsOnOddInput(String typed) {
        assertThat(search.search(SearchQuery.of(typed))).isNotNull();
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        assertThat(titles(SearchQuery.of("红楼梦"))).contains("红楼梦", "紅樓夢研究");
        assertThat(titles(SearchQuery.of("红楼梦 -研究"))).containsExactly("红楼梦");
        assertThat(titles(SearchQuery.of("红楼梦 -\"俞平伯\""))).containsExactly("红楼梦");
        assertThat(titles(SearchQuery.of("三体 -黑暗森林"))).containsExactly("三体");
        assertThat(titles(SearchQuery.of("-红楼梦"))).contains("三体").doesNotContain("红楼梦", "紅樓夢研究");
        assertThat(titles(SearchQuery.of("Orwell -"))).containsExactly("1984");
    }

    @ParameterizedTest
    @CsvSource({
        "7-02-000220-X, 红楼梦",
        "ISBN 7-02-000220-X, 红楼梦",
        "７０２０００２２０Ｘ, 红楼梦",
        "YZ0001, 红楼梦",
        "I247.57/C58, 额尔古纳河右岸"
    })
    void aNumberThatOnlyOneHasGoesStraightThere(String typed, String title) {
        assertThat(search.search(SearchQuery.of(typed)).theOne())
                .map(Hit::title)
                .hasValue(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1984", "重庆美食", "er4hu2qu3ji2", ""})
    void whatMayBeWordsShowsTheResults(String typed) {
        assertThat(search.search(SearchQuery.of(typed)).theOne()).isEmpty();
    }

    @Test
    void neverFailsOnEndlessInput() {
        for (var piece : List.of("a", "红", "红 ", "honglou", "\"a\" ", "an", "1", "《")) {
            var longest = piece.repeat(SearchQuery.LONGEST).substring(0, SearchQuery.LONGEST);
            assertThat(search.search(SearchQuery.of(longest))).isNotNull();
        }
        assertThatThrownBy(() -> SearchQuery.of("红".repeat(5_000)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(SearchRefusal.SEARCH_TOO_LONG));
    }

    private List<String> titles(SearchQuery query) {
        return search.search(query).items().stream().map(Hit::title).toList();
    }

    private static <T> long count(List<SearchResult.Count<T>> lines, T value) {
        return lines.stream()
                .filter(line -> line.value().equals(value))
                .mapToLong(SearchResult.Count::count)
                .sum();
    }
}
