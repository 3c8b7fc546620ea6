package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.core.union.Description.titled;

import java.time.LocalDate;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.BranchCode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Transactional
class RecordViewTest {

    private static final Description DREAM =
            titled("红楼梦").responsibility("曹雪芹著").format(Format.BOOK).build();

    @Autowired
    RecordView view;

    @Autowired
    JdbcClient jdbc;

    UnionShelf shelf;
    RecordId dream;

    @BeforeEach
    void threeLibrariesHoldIt() {
        shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        shelf.library("district", "city", "云泽区图书馆", "Yunze District Library");
        shelf.library("university", null, "云泽大学图书馆", "Yunze University Library");
        shelf.branch("city-east", "city", 30.50, 114.30);
        shelf.branch("city-west", "city", 30.50, 114.10);
        shelf.branch("district-hall", "district", 30.70, 114.00);
        dream = shelf.record("city", DREAM);
        shelf.contribution("university", dream, DREAM);
    }

    @Test
    void groupsCopiesByLibraryBranchAndCallNumber() {
        shelf.copy("city", "city-east", dream, "E-2", "I242.4/48");
        shelf.copy("city", "city-east", dream, "E-1", "I242.4/48");
        shelf.copy("city", "city-east", dream, "E-3", "I242.4/49");
        shelf.copy("city", "city-west", dream, "W-1", "I242.4/48");
        shelf.status(shelf.copy("city", "city-west", dream, "W-2", "I242.4/48"), "WITHDRAWN");
        shelf.copy("district", "district-hall", dream, "D-1", "");

        var page = view.record(dream);

        assertThat(page.record().id()).isEqualTo(dream);
        assertThat(page.description().responsibility()).isEqualTo("曹雪芹著");
        assertThat(page.copies()).isEqualTo(5);
        assertThat(page.holdings())
                .extracting(holding -> holding.library() + " " + holding.copies())
                .containsExactly("city 4", "district 1", "university 0");
        var east = page.holdings().get(0).branches().get(0);
        assertThat(east.shelves())
                .extracting(shelf -> shelf.callNumber() + " " + shelf.copies().size())
                .containsExactly("I242.4/48 2", "I242.4/49 1");
    }

    @Test
    void saysWhoContributedAndWhichContributionIsShown() {
        assertThat(view.record(dream).contributors())
                .extracting(said -> said.name().zh() + " " + said.elected())
                .containsExactly("云泽市图书馆 true", "云泽大学图书馆 false");
    }

    @Test
    void saysWhenALentCopyIsDueAndHowManyWait() {
        var copy = shelf.copy("city", "city-east", dream, "E-1", "I242.4/48");
        long reader = reader();
        jdbc.sql("""
                        insert into loan (copy, owner, reader, reader_class, reader_home, lent_at_branch, lent_at,
                                          due_on, renewals, terms, version)
                        values (:copy, 'city', :reader, 'ADULT', 'city', 'city-east', now(), '2026-04-03', 0, 1, 0)
                        """).param("copy", copy).param("reader", reader).update();
        shelf.status(copy, "ON_LOAN");
        jdbc.sql("""
                        insert into request (number, reader, reader_class, record, borrower, pickup, phase, placed_at, version)
                        values ('R1', :reader, 'ADULT', :record, 'city', 'city-main', 'SEEKING', now(), 0)
                        """).param("reader", reader).param("record", dream.value()).update();

        var page = view.record(dream);

        var line = page.holdings()
                .get(0)
                .branches()
                .get(0)
                .shelves()
                .get(0)
                .copies()
                .get(0);
        assertThat(line.status()).isEqualTo(CopyStatus.ON_LOAN);
        assertThat(line.dueOn()).contains(LocalDate.of(2026, 4, 3));
        assertThat(page.onShelf()).isZero();
        assertThat(page.waiting()).isEqualTo(1);
    }

    @Test
    void putsTheNearestFirst() {
        shelf.copy("city", "city-east", dream, "E-1", "");
        shelf.copy("city", "city-west", dream, "W-1", "");
        shelf.copy("district", "district-hall", dream, "D-1", "");

        var page = view.record(dream, new BranchCode("district-hall"));

        assertThat(page.holdings())
                .extracting(holding -> holding.library().value())
                .containsExactly("district", "city", "university");
        var city = page.holdings().get(1);
        assertThat(city.branches())
                .extracting(branch -> branch.branch().value())
                .containsExactly("city-west", "city-east");
        assertThat(city.kilometres().orElseThrow()).isBetween(23.0, 26.0);
    }

    @Test
    void leadsFromAMergedRecordToItsSuccessor() {
        var other = shelf.record("university", DREAM);
        jdbc.sql("update contribution set record = :dream where record = :other")
                .param("dream", dream.value())
                .param("other", other.value())
                .update();
        jdbc.sql("update union_record set merged_into = :dream, elected = null where id = :other")
                .param("dream", dream.value())
                .param("other", other.value())
                .update();

        var page = view.record(other);

        assertThat(page.record().id()).isEqualTo(dream);
        assertThat(page.isSuccessorOf(other)).isTrue();
        assertThat(page.contributors()).hasSize(3);
    }

    @Test
    void doesNotFindWhatNobodyHoldsAnyMore() {
        jdbc.sql("update contribution set withdrawn = true").update();

        assertThatThrownBy(() -> view.record(dream))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(UnionRefusal.RECORD_NOT_FOUND));
    }

    private long reader() {
        return jdbc.sql("""
                        insert into reader (home_library, name, alias, reader_class, pin_hash, joined_on, version)
                        values ('city', '林晓梅', 'K7', 'ADULT', '', '2025-01-01', 0)
                        returning id
                        """).query(Long.class).single();
    }
}
