package org.consortium.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CitationTest {

    private static final String ADDRESS = "https://example.org/records/5kz3m0ht";

    private static final Description BOOK = Description.titled("额尔古纳河右岸")
            .names(List.of(Description.Name.of("迟子建", "著")))
            .published("北京", "北京十月文艺出版社", 2005)
            .identifiers(List.of(Identifier.of(new Isbn("7-5302-0796-2"))))
            .languages(List.of("chi"))
            .format(Format.BOOK)
            .build();

    @Test
    void asALineOfReferences() {
        assertThat(Citation.of(BOOK)).isEqualTo("迟子建. 额尔古纳河右岸[M]. 北京: 北京十月文艺出版社, 2005.");
    }

    @Test
    void namesOfTheWestInCapitalsWithInitials() {
        var book = Description.titled("Harry Potter and the deathly hallows")
                .names(List.of(
                        Description.Name.of("Rowling, J. K.", "aut"), Description.Name.of("GrandPré, Mary", "ill")))
                .published("New York", "Arthur A. Levine Books", 2007)
                .edition("1st ed.");

        assertThat(Citation.of(book.build()))
                .isEqualTo(
                        "ROWLING J K. Harry Potter and the deathly hallows[M]. New York: Arthur A. Levine Books, 2007.");
        assertThat(BibtexCitation.of(new RecordId("5kz3m0ht"), book.build(), ADDRESS))
                .contains("author = {Rowling, J. K. and GrandPré, Mary}");
    }

    @Test
    void bodiesAsTheyAreNamedThoughTheyHaveCommas() {
        var hearing = Description.titled("Microplastics in water")
                .names(List.of(
                        Description.Name.of("Congress. Senate. Subcommittee on Fisheries, Water, and Wildlife", ""),
                        Description.Name.of("Department of Arts, Heritage and the Gaeltacht", ""),
                        Description.Name.of("King, Martin Luther, Jr.", "")))
                .build();

        assertThat(Citation.of(hearing))
                .startsWith("Congress. Senate. Subcommittee on Fisheries, Water, and Wildlife, "
                        + "Department of Arts, Heritage and the Gaeltacht, KING M L. Microplastics");
    }

    @Test
    void translatorsAfterTheTitleAndNoCountries() {
        var book = Description.titled("五四运动史")
                .names(List.of(
                        Description.Name.of("（美）周策纵", "author"),
                        Description.Name.of("陈永明", "译"),
                        Description.Name.of("张静", "trl")))
                .edition("第2版")
                .published("北京", "世界图书出版公司", 2016)
                .build();

        assertThat(Citation.of(book)).isEqualTo("周策纵. 五四运动史[M]. 陈永明, 张静, 译. 2版. 北京: 世界图书出版公司, 2016.");
        assertThat(RisCitation.of(book, ADDRESS)).contains("AU  - 周策纵\r\nA4  - 陈永明\r\nA4  - 张静\r\n");
        assertThat(BibtexCitation.of(new RecordId("5kz3m0ht"), book, ADDRESS))
                .contains("author = {{周策纵}}", "translator = {{陈永明} and {张静}}");
    }

    @Test
    void asDataForOtherMachines() {
        var book = Description.titled("骆驼祥子")
                .names(List.of(Description.Name.of("老舍", "著"), Description.Name.of("高荣生", "绘")))
                .extent("223页 ; 21cm")
                .series(List.of("中国现代长篇小说丛书"))
                .languages(List.of("chi"))
                .build();
        var said = new JsonMapper().readTree(new BookData(new JsonMapper()).of(book, ADDRESS));

        assertThat(said.at("/@type").asString()).isEqualTo("Book");
        assertThat(said.at("/author/name").asString()).isEqualTo("老舍");
        assertThat(said.at("/illustrator/name").asString()).isEqualTo("高荣生");
        assertThat(said.at("/inLanguage").asString()).isEqualTo("zh");
        assertThat(said.at("/numberOfPages").asInt()).isEqualTo(223);
        assertThat(said.at("/isPartOf/name").asString()).isEqualTo("中国现代长篇小说丛书");
        var journal = Description.titled("收获").format(Format.SERIAL).build();
        assertThat(new BookData(new JsonMapper()).of(journal, ADDRESS)).contains("\"Periodical\"");
    }

    @Test
    void aStopStandsOnce() {
        var book = Description.titled("Ulysses").edition("2nd ed.").published("London", "", 1930);

        assertThat(Citation.of(book.build())).isEqualTo("Ulysses[M]. 2nd ed. London, 1930.");
    }

    @Test
    void forReferenceManagers() {
        assertThat(RisCitation.of(BOOK, ADDRESS)).isEqualTo("""
                TY  - BOOK
                TI  - 额尔古纳河右岸
                AU  - 迟子建
                CY  - 北京
                PB  - 北京十月文艺出版社
                PY  - 2005
                SN  - 9787530207963
                LA  - chi
                UR  - https://example.org/records/5kz3m0ht
                ER  -\s
                """.replace("\n", "\r\n"));
    }

    @Test
    void asABibtexEntry() {
        assertThat(BibtexCitation.of(new RecordId("5kz3m0ht"), BOOK, ADDRESS)).isEqualTo("""
                @book{5kz3m0ht,
                  title = {额尔古纳河右岸},
                  author = {{迟子建}},
                  address = {北京},
                  publisher = {北京十月文艺出版社},
                  year = {2005},
                  isbn = {9787530207963},
                  url = {https://example.org/records/5kz3m0ht}
                }
                """);
    }

    @Test
    void aTitleIsNoCommandOfTex() {
        var tricky = Description.titled("50% of {C} & C#: a_b").build();

        assertThat(BibtexCitation.of(new RecordId("5kz3m0ht"), tricky, ADDRESS))
                .contains("title = {50\\% of C \\& C\\#: a\\_b}");
    }

    @Test
    void aValueStaysOnItsLine() {
        var tricky = Description.titled("One\r\nER  - \r\nTY  - BOOK").build();

        assertThat(RisCitation.of(tricky, ADDRESS)).contains("TI  - One ER - TY - BOOK\r\n");
    }
}
