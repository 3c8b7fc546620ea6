package org.consortium.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.Test;

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
        assertThat(Citation.of(BOOK)).isEqualTo("迟子建. 额尔古纳河右岸[M]. 北京: 北京十月文艺出版社, 2005. ISBN 9787530207963.");
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
