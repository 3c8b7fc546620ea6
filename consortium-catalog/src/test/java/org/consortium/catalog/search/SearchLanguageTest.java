package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.core.union.Description.titled;

import java.util.List;
import java.util.Set;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fields, alternatives, beginnings, volumes, spelling, and what is chosen beside the results. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchLanguageTest {

    @Autowired
    RecordSearch search;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    Headings headings;

    @Autowired
    JdbcClient jdbc;

    UnionShelf shelf;

    @BeforeAll
    void fillTheShelves() {
        shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        shelf.library("qiaotou", "city", "桥头镇图书馆", "Qiaotou Town Library");
        shelf.library("liuxi", "city", "柳溪镇图书馆", "Liuxi Town Library");
        shelf.library("harbour", null, "海港图书馆", "Harbour Library");
        jdbc.sql("insert into library_group values ('towns', '乡镇馆', 'Town libraries', 0)")
                .update();
        jdbc.sql("insert into library_group_member values ('towns', 'qiaotou'), ('towns', 'liuxi')")
                .update();
        add("city", titled("红楼梦").names(author("[清]曹雪芹")).published("", "人民文学出版社", 1982), "I242.4");
        add("qiaotou", titled("曹雪芹传").names(author("周汝昌")).subjects(List.of("曹雪芹", "曹雪芹--生平")), "K825.6");
        add("qiaotou", titled("平凡的世界").part("第三部").names(author("路遥")), "I247.5");
        add("qiaotou", titled("平凡的世界").part("第一部").names(author("路遥")), "I247.5");
        add("liuxi", titled("三体II").subtitle("黑暗森林").names(author("刘慈欣")).published("", "", 2008), "I247.55");
        add("liuxi", titled("三体").names(author("刘慈欣")).published("", "", 2006), "I247.55");
        add(
                "city",
                titled("额尔古纳河右岸").names(author("迟子建")).published("", "", 2005).summary("鄂温克民族百年的沧桑"),
                "I247.57");
        add("city", titled("Harry Potter and the philosopher's stone").names(author("Rowling, J. K.")), "I561.45");
        add("city", titled("The librarian's handbook").series(List.of("Library science series")), "G25");
        add("city", titled("普通心理学").edition("第5版").names(author("彭聃龄")).notes(List.of("内容: 感觉; 知觉; 记忆")), "B84");
        add("city", titled("重阳诗集").part("下").names(author("乐黛云")), "I22");
        add("city", titled("敎育學說").identifiers(List.of(Identifier.of(new Isbn("9787020002207")))), "G40");
        add("harbour", titled("The doctrines of grace").subtitle("sermons & letters"), "Z1");
        add("harbour", titled("Grace"), "Z1");
        add(
                "harbour",
                titled("Four trumpet concertos").names(author("Woods, Anna")).published("", "Moskva", 1981),
                "Z1");
        add("harbour", titled("Westfälische Städte").names(author("Müller, Karl")), "Z1");
        add("harbour", titled("Sot͡sialʹnai͡a politika").published("", "", 1982), "Z1");
        add(
                "harbour",
                titled("Story-tell Lib")
                        .identifiers(List.of(
                                new Identifier(Identifier.Kind.LCCN, "00005144"),
                                new Identifier(Identifier.Kind.OCLC, "5872025"))),
                "Z1");
        add("harbour", titled("蘭墅詩鈔").names(author("高鶚")).subjects(List.of("詩詞--中國")), "I222");
        add("harbour", titled("兰墅文存").names(author("高鹗")).subjects(List.of("诗词--中国")), "I264");
        add("harbour", titled("吏治辑要").names(author("高鹗")), "D691");
        rebuild.run();
    }

    private static List<Name> author(String name) {
        return List.of(Name.of(name, "author"));
    }

    private int number;

    private void add(String library, Description.Builder book, String clc) {
        var record = shelf.record(
                library,
                book.classNumbers(List.of(new ClassNumber(ClassNumber.Scheme.CLC, clc)))
                        .languages(List.of("chi"))
                        .build());
        shelf.copy(library, record, "BC-" + ++number, clc + "/" + number);
    }

    @ParameterizedTest
    @CsvSource({
        "title:曹雪芹,曹雪芹传",
        "题名:红楼梦,红楼梦",
        "題名：紅樓夢,红楼梦",
        "author:曹雪芹,红楼梦",
        "责任者:caoxueqin,红楼梦",
        "title:honglou,红楼梦",
        "主题:曹雪芹,曹雪芹传",
        "subject:曹雪芹,曹雪芹传",
        "subject:\"曹雪芹 生平\",曹雪芹传",
        "\"三体II 黑暗森林\",三体II",
        "出版社:人民文学,红楼梦",
        "series:\"library science\",The librarian's handbook",
        "class:I242,红楼梦",
        "分类号:G25,The librarian's handbook",
        "callnumber:K825,曹雪芹传",
        "isbn:7-02-000220-X,敎育學說",
        "条码:BC-1,红楼梦",
        "author:刘慈欣 year:2008,三体II",
        "刘慈欣 年:-2007,三体",
        "libr* handb*,The librarian's handbook",
        "title:philos*,Harry Potter and the philosopher's stone",
        "额尔古*,额尔古纳河右岸",
        "迟子建 OR 乐黛云 额尔古纳河,额尔古纳河右岸",
        "刘慈欣 -title:黑暗,三体",
        "鄂温克民族,额尔古纳河右岸",
        "心理 知觉,普通心理学",
    })
    void understandsFields(String typed, String title) {
        assertThat(titles(typed)).containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource({
        "平凡的世界 第三部,第三部",
        "平凡的世界第3部,第三部",
        "平凡的世界 3,第三部",
        "平凡的世界 第1册,第一部",
        "三体 2,''",
        "三体第二部,''",
        "普通心理学 第五版,''",
        "普通心理学 5,''",
        "重阳诗集 下册,下",
        "重阳诗集下卷,下",
        "重阳诗集 下部,下"
    })
    void countsVolumesHoweverTheyAreWritten(String typed, String part) {
        assertThat(search.search(SearchQuery.of(typed)).items())
                .singleElement()
                .extracting(Hit::part)
                .isEqualTo(part);
    }

    @ParameterizedTest
    @CsvSource({
        "chongyang,重阳诗集",
        "zhongyang shiji,重阳诗集",
        "yuedaiyun,重阳诗集",
        "教育学说,敎育學說",
        "教育學説,敎育學說",
    })
    void readsCharactersInEveryWay(String typed, String title) {
        assertThat(titles(typed)).containsExactly(title);
    }

    @ParameterizedTest
    @CsvSource({
        "hary poter,harry potter",
        "librarain handbook,librarian handbook",
        "红缕梦,红楼梦",
        "弛子建,迟子建",
        "刘辞欣,刘慈欣",
        "honglumeng,红楼梦",
        "zhoruchang,周汝昌",
        "三体 刘慈新,三体 刘慈欣",
        "storytell lib,story tell lib",
    })
    void searchesTheSpellingThatWasMeant(String typed, String meant) {
        var result = search.search(SearchQuery.of(typed));

        assertThat(result.instead().readAs()).hasValue(meant);
        assertThat(result.items()).isNotEmpty();
    }

    @Test
    void doesNotTakeAShortNameForAnotherOneByHalf() {
        assertThat(search.search(SearchQuery.of("chizutian")).instead().readAs())
                .isEmpty();
    }

    @Test
    void offersASpellingWhereFiltersAreSet() {
        var result = search.search(SearchQuery.of("刘辞欣").toggle(Facet.FORMAT, "BOOK"));

        assertThat(result.total()).isZero();
        assertThat(result.instead().didYouMean()).hasValue("刘慈欣");
    }

    @Test
    void saysHowManyThereAreWithoutFilters() {
        var result = search.search(
                SearchQuery.of("三体").toggle(new LibraryCode("city")).toggle(Facet.LANGUAGE, "eng"));

        assertThat(result.instead().withoutFilters()).isEqualTo(2);
    }

    @Test
    void offersASearchWithOneWordLess() {
        assertThat(search.search(SearchQuery.of("普通心理学 第四版")).instead().fewer())
                .extracting(SearchResult.Fewer::text)
                .containsExactly("普通心理学");
    }

    @Test
    void offersWordsWrittenTogetherEachByItself() {
        var result = search.search(SearchQuery.of("三体诗集"));

        assertThat(result.total()).isZero();
        assertThat(result.instead().fewer())
                .containsExactly(new SearchResult.Fewer("诗集", 1), new SearchResult.Fewer("三体", 2));
    }

    @Test
    void offersTheSameWordsWithoutFields() {
        var result = search.search(SearchQuery.of("subject:红楼梦"));

        assertThat(result.total()).isZero();
        assertThat(result.instead().asWords()).hasValue("红楼梦");
    }

    @Test
    void narrowsByWhatIsChosen() {
        var all = SearchQuery.of("");
        assertThat(search.search(all.toggle(Facet.AUTHOR, "刘慈欣")).total()).isEqualTo(2);
        assertThat(search.search(all.toggle(Facet.AUTHOR, "曹雪芹")).total()).isEqualTo(1);
        assertThat(search.search(all.toggle(Facet.SUBJECT, "曹雪芹")).total()).isEqualTo(1);
        assertThat(search.search(all.toggle(Facet.CLASS, "I247.5")).total()).isEqualTo(5);
        assertThat(search.search(all.toggle(Facet.BRANCH, "qiaotou-main")).total())
                .isEqualTo(3);
        assertThat(search.search(all.with(Facet.CLASS, Set.of("K", "G"))).total())
                .isEqualTo(3);
    }

    @Test
    void countsWhatEachOtherChoiceWouldAdd() {
        var chosen =
                search.search(SearchQuery.of("").toggle(Facet.AUTHOR, "刘慈欣").toggle(Facet.CLASS, "I"));

        assertThat(chosen.total()).isEqualTo(2);
        assertThat(chosen.facets().authors())
                .extracting(line -> line.value() + " " + line.count() + " " + line.chosen())
                .contains("刘慈欣 2 true", "路遥 2 false", "曹雪芹 1 false")
                .doesNotContain("周汝昌 1 false");
        assertThat(chosen.facets().classes())
                .extracting(line -> line.code() + " " + line.depth() + " " + line.count())
                .containsExactly("I 0 2", "I2 1 2");
    }

    @Test
    void looksOnlyWithinTheScope() {
        var towns = SearchQuery.of("").within(SearchScope.group(new LibraryCode("towns")));
        var city = SearchQuery.of("").within(SearchScope.library(new LibraryCode("city")));

        var found = search.search(towns);
        assertThat(found.total()).isEqualTo(5);
        assertThat(found.facets().available()).isEqualTo(5);
        assertThat(found.facets().places()).extracting(line -> line.code()).containsExactly("liuxi", "qiaotou");
        assertThat(search.search(city).total()).isEqualTo(12);
        assertThat(search.search(SearchQuery.of("").within(SearchScope.group(new LibraryCode("nobody"))))
                        .total())
                .isZero();
    }

    @Test
    void putsFirstWhatManyHoldAmongEquals() {
        var plain = shelf.record("city", titled("春天的故事").names(author("甲")).build());
        var liked = shelf.record("city", titled("春天的故事").names(author("乙")).build());
        for (var library : List.of("city", "qiaotou", "liuxi")) {
            shelf.copy(library, liked, library + "-1", "I247/1");
        }
        shelf.copy("city", plain, "plain-1", "I247/2");
        rebuild.run();

        assertThat(search.search(SearchQuery.of("春天的故事")).items())
                .extracting(Hit::id)
                .containsExactly(liked, plain);
    }

    @ParameterizedTest
    @CsvSource({
        "doctrine of grace,The doctrines of grace",
        "doctrines grace sermon,The doctrines of grace",
        "doctrines of grace: sermons and letters,The doctrines of grace",
        "the librarians' handbooks,The librarian's handbook",
        "librarians handbook,The librarian's handbook",
        "4 trumpet concertos,Four trumpet concertos",
        "trumpet concerto woods,Four trumpet concertos",
        "westfaelische staedte,Westfälische Städte",
        "mueller westfälische,Westfälische Städte",
        "Социальная политика,Sot͡sialʹnai͡a politika",
        "LCCN 00005144,Story-tell Lib",
        "LCCN: 00005144,Story-tell Lib",
        "OCLC 5872025,Story-tell Lib",
        "(OCoLC)5872025,Story-tell Lib",
        "ocm05872025,Story-tell Lib",
        "统一书号：7-02-000220-X,敎育學說",
        "条码号 BC-1,红楼梦",
        "索书号 G25/9,The librarian's handbook",
    })
    void findsAWordInItsOtherFormsAndANumberByItsName(String typed, String title) {
        var result = search.search(SearchQuery.of(typed));

        assertThat(result.instead().readAs()).isEmpty();
        assertThat(result.items()).extracting(Hit::title).containsExactly(title);
    }

    @Test
    void takesALanguageWithASignForNoOtherWord() {
        assertThat(search.search(SearchQuery.of("C#")).instead().readAs()).isEmpty();
    }

    @Test
    void takesAWordAsItStandsWhereThatIsSaid() {
        assertThat(titles("author:wood")).isEmpty();
        assertThat(titles("\"doctrine of grace\"")).isEmpty();
        assertThat(titles("\"doctrine\" grace")).isEmpty();
        assertThat(titles("\"doctrines\" \"grace\"")).containsExactly("The doctrines of grace");
        assertThat(titles("grace -doctrine")).hasSize(2);
        assertThat(titles("grace -doctrines")).containsExactly("Grace");
    }

    @Test
    void takesATitleForTheWholeWithoutItsArticle() {
        var longer =
                shelf.record("harbour", titled("Economist economist economist").build());
        var weekly = shelf.record("harbour", titled("The Economist").build());
        rebuild.run();

        assertThat(search.search(SearchQuery.of("economist")).items())
                .extracting(Hit::id)
                .containsExactly(weekly, longer);
        assertThat(search.search(SearchQuery.of("the economists")).items())
                .extracting(Hit::id)
                .contains(weekly, longer);
    }

    @Test
    void putsATitleThatBeginsSoBeforeOneThatGoesOnSo() {
        var begins = shelf.record(
                "harbour", titled("Fishermen's almanac of tides and winds").build());
        var goesOn = shelf.record("harbour", titled("Old fishermen's almanac").build());
        rebuild.run();

        assertThat(search.search(SearchQuery.of("fishermen's almanac")).items())
                .extracting(Hit::id)
                .containsExactly(begins, goesOn);
    }

    @Test
    void doesNotLiftATitleThatIsSaidTwice() {
        var once = shelf.record("harbour", titled("Mosaics").build());
        var twice = shelf.record(
                "harbour",
                titled("Mosaics of the old harbour in winter")
                        .otherTitles(List.of("Mosaics in winter"))
                        .build());
        rebuild.run();

        assertThat(search.search(SearchQuery.of("mosaic")).items())
                .extracting(Hit::id)
                .containsExactly(once, twice);
    }

    private List<String> titles(String typed) {
        return search.search(SearchQuery.of(typed)).items().stream()
                .map(Hit::title)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"高鹗", "高鶚"})
    void anAuthorInTwoScriptsIsOne(String name) {
        var found = search.search(SearchQuery.of("").toggle(Facet.AUTHOR, name));

        assertThat(found.total()).isEqualTo(3);
        assertThat(found.facets().authors()).contains(new SearchResult.Count<>(name, 3, true));
        assertThat(found.facets().subjects())
                .extracting(SearchResult.Count::value)
                .containsExactly("诗词--中国");
    }

    @Test
    void aHeadingIsShownInTheFormMostRecordsHave() {
        var all = search.search(SearchQuery.of("兰墅"));

        assertThat(all.facets().authors()).containsExactly(new SearchResult.Count<>("高鹗", 2, false));
        assertThat(headings.from(Headings.Kind.AUTHORS, "高鶚", 5).lines()).startsWith(new Headings.Line("高鹗", 3));
    }

    @Test
    void theFormsOfAHeadingStandOnOnePageOfTheList() {
        var page = headings.from(Headings.Kind.AUTHORS, "高鹗", 1);

        assertThat(page.lines()).containsExactly(new Headings.Line("高鹗", 3));
        var next = headings.at(Headings.Kind.AUTHORS, page.after().orElseThrow(), 1);
        assertThat(next.lines()).extracting(Headings.Line::text).doesNotContain("高鹗", "高鶚");
        var back = headings.before(Headings.Kind.AUTHORS, next.before().orElseThrow(), 1);
        assertThat(back.lines()).isEqualTo(page.lines());
        assertThat(back.after()).isEqualTo(page.after());
    }
}
