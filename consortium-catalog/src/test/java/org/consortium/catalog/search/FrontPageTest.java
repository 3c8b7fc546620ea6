package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.consortium.core.union.Description.titled;

import java.util.List;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontPageTest {

    @Autowired
    CatalogueFigures figures;

    @Autowired
    NewRecords arrivals;

    @Autowired
    Suggestions suggestions;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    void fillTheShelves() {
        var shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        var dream = shelf.record(
                "city",
                titled("红楼梦")
                        .names(List.of(Name.of("曹雪芹", "著")))
                        .format(Format.BOOK)
                        .build());
        shelf.copy("city", dream, "YZ1", "");
        shelf.copy("city", dream, "YZ2", "");
        shelf.status(shelf.copy("city", dream, "YZ3", ""), "WITHDRAWN");
        shelf.record(
                "city",
                titled("红岩")
                        .subjects(List.of("革命小说--中国", "革命小说", "Chinese fiction"))
                        .format(Format.BOOK)
                        .build());
        shelf.record(
                "city",
                titled("Les Misérables")
                        .names(List.of(Name.of("Hugo, Victor", "")))
                        .format(Format.BOOK)
                        .build());
        shelf.record("city", titled("女儿的故事").format(Format.BOOK).build());
        shelf.record(
                "city",
                titled("中国通史")
                        .names(List.of(Name.of("中国档案馆", ""), Name.of("中国社会科学院", ""), Name.of("中国考古学会", "")))
                        .format(Format.BOOK)
                        .build());
        shelf.record("city", titled("Silver").format(Format.BOOK).build());
        jdbc.sql("update union_record set created_at = created_at + interval '1 day' where title = '红岩'")
                .update();
        rebuild.run();
    }

    @Test
    void saysHowLargeTheCatalogueIs() {
        assertThat(figures.figures()).isEqualTo(new CatalogueFigures.Figures(1, 6, 2));
    }

    @Test
    void showsWhatCameLast() {
        assertThat(arrivals.newest(2)).extracting(Hit::title).first().isEqualTo("红岩");
        assertThat(arrivals.newest(2)).hasSize(2);
    }

    @Test
    void suggestsTitlesAndNamesAsTheyAreTyped() {
        assertThat(texts("红")).containsExactlyInAnyOrder("红楼梦", "红岩");
        assertThat(texts("紅樓")).containsExactly("红楼梦");
        assertThat(texts("hongl")).containsExactly("红楼梦");
        assertThat(texts("hl")).containsExactly("红楼梦");
        assertThat(texts("曹")).containsExactly("曹雪芹");
        assertThat(texts("caoxue")).containsExactly("曹雪芹");
        assertThat(texts("les mis")).containsExactly("Les Misérables");
        assertThat(texts("hug")).containsExactly("Hugo, Victor");
        assertThat(texts("***")).isEmpty();
    }

    @Test
    void suggestsSubjectsInCharactersLettersAndPinyin() {
        for (var typed : List.of("革命", "geming", "gemingx", "革命小說")) {
            assertThat(suggestions.of(typed, 8))
                    .extracting(Suggestions.Suggestion::kind, Suggestions.Suggestion::text)
                    .as(typed)
                    .containsExactly(
                            tuple(Suggestions.Kind.SUBJECT, "革命小说"), tuple(Suggestions.Kind.SUBJECT, "革命小说--中国"));
        }
        assertThat(texts("chine")).containsExactly("Chinese fiction");
    }

    @Test
    void takesVForTheUmlautOfPinyin() {
        assertThat(texts("nver")).containsExactly("女儿的故事");
        assertThat(texts("silv")).containsExactly("Silver");
    }

    @Test
    void putsTitlesBeforeAThirdName() {
        assertThat(suggestions.of("中国", 8))
                .extracting(Suggestions.Suggestion::kind)
                .containsExactly(
                        Suggestions.Kind.NAME, Suggestions.Kind.NAME, Suggestions.Kind.TITLE, Suggestions.Kind.NAME);
    }

    private List<String> texts(String typed) {
        return suggestions.of(typed, 8).stream()
                .map(Suggestions.Suggestion::text)
                .toList();
    }
}
