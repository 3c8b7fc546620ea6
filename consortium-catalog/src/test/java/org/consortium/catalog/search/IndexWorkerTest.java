package org.consortium.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.core.union.Description.titled;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.database.MovableClock;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class IndexWorkerTest {

    @Autowired
    RecordSearch search;

    @Autowired
    IndexWorker worker;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    CatalogueIndex index;

    @Autowired
    IndexStanding standing;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    UnionShelf shelf;

    @BeforeEach
    void emptyShelves() {
        jdbc.sql("truncate library cascade").update();
        jdbc.sql("truncate union_record cascade").update();
        jdbc.sql("truncate index_due").update();
        shelf = new UnionShelf(jdbc);
        shelf.library("city", null, "云泽市图书馆", "Yunze City Library");
        shelf.library("university", null, "云泽大学图书馆", "Yunze University Library");
        rebuild.run();
    }

    @Test
    void findsARecordAsSoonAsItIsIndexed() {
        shelf.record("city", book("额尔古纳河右岸"));
        assertThat(total("额尔古纳河")).isZero();

        worker.drain();

        assertThat(total("额尔古纳河")).isEqualTo(1);
        assertThat(due()).isZero();
    }

    @Test
    void knowsThatACopyWentOutAndCameBack() {
        var copy = shelf.copy("city", shelf.record("city", book("三体")), "YZ1", "I247.55/1");
        worker.drain();
        assertThat(available("三体")).isEqualTo(1);

        shelf.status(copy, "ON_LOAN");
        worker.drain();
        assertThat(available("三体")).isZero();

        shelf.status(copy, "ON_SHELF");
        worker.drain();
        assertThat(available("三体")).isEqualTo(1);
    }

    @Test
    void forgetsARecordThatWasMergedOrLeftByAllMembers() {
        var merged = shelf.record("city", book("三体"));
        var kept = shelf.record("university", book("三体"));
        var left = shelf.record("university", book("三体全集"));
        worker.drain();
        assertThat(total("三体")).isEqualTo(3);

        jdbc.sql("update contribution set record = :kept where record = :merged")
                .param("kept", kept.value())
                .param("merged", merged.value())
                .update();
        jdbc.sql("update union_record set merged_into = :kept, elected = null where id = :merged")
                .param("kept", kept.value())
                .param("merged", merged.value())
                .update();
        jdbc.sql("update contribution set withdrawn = true where record = :left")
                .param("left", left.value())
                .update();
        worker.drain();

        assertThat(ids("三体")).containsExactly(kept);
        assertThat(search.search(SearchQuery.of("三体").toggle(new LibraryCode("city")))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void movesRecordsWithTheirLibraryInTheTree() {
        shelf.copy("university", shelf.record("university", book("三体")), "YD1", "");
        worker.drain();
        assertThat(search.search(SearchQuery.of("").toggle(new LibraryCode("city")))
                        .total())
                .isZero();

        jdbc.sql("update library set parent = 'city' where code = 'university'").update();
        worker.drain();

        assertThat(search.search(SearchQuery.of("").toggle(new LibraryCode("city")))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void keepsTheMarkWhenTheIndexCannotBeWritten() {
        shelf.record("city", book("三体"));
        var failing = new IndexWorker(
                index,
                rebuild,
                new DocumentSource(jdbc) {
                    @Override
                    List<RecordDocument> documents(java.util.Collection<String> records) {
                        throw new IllegalStateException("The disk is full");
                    }
                },
                jdbc,
                transactions);

        assertThatThrownBy(failing::drain).hasMessage("The disk is full");

        assertThat(due()).isPositive();
        worker.drain();
        assertThat(total("三体")).isEqualTo(1);
    }

    @Test
    void keepsTheMarkWhenItDiesAfterWritingAndBeforeForgetting() {
        shelf.record("city", book("三体"));
        var rolledBack = new TransactionTemplate(transactions);
        rolledBack.executeWithoutResult(status -> {
            worker.drain();
            status.setRollbackOnly();
        });

        assertThat(due()).isPositive();
        worker.drain();
        assertThat(total("三体")).isEqualTo(1);
        assertThat(due()).isZero();
    }

    @Test
    void leavesOutOneUnusableRecordAndGoesOn() {
        var unusable = shelf.record("city", book("三体"));
        shelf.record("city", book("红楼梦"));
        jdbc.sql("update contribution set description = '{\"title\": \"\"}' where record = :record")
                .param("record", unusable.value())
                .update();

        worker.drain();

        assertThat(total("红楼梦")).isEqualTo(1);
        assertThat(total("三体")).isZero();
        assertThat(due()).isZero();
    }

    @Test
    void neverWaitsForADeskThatIsMarkingTheSameRecord() throws Exception {
        var copy = shelf.copy("city", shelf.record("city", book("三体")), "YZ1", "");
        var marked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var desk = Executors.newSingleThreadExecutor();
        try {
            var lending = desk.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                shelf.status(copy, "ON_LOAN");
                marked.countDown();
                await(go);
            }));
            await(marked);

            worker.drain();
            assertThat(available("三体")).isEqualTo(1);

            go.countDown();
            lending.get(10, TimeUnit.SECONDS);
            worker.drain();
            assertThat(available("三体")).isZero();
        } finally {
            desk.shutdownNow();
        }
    }

    @Test
    void rebuildsWhileTheOldIndexServes() {
        shelf.record("city", book("三体"));
        worker.drain();

        index.beginRebuild();
        shelf.record("city", book("红楼梦"));
        worker.drain();
        assertThat(total("三体")).isEqualTo(1);
        assertThat(total("红楼梦")).isEqualTo(1);
        index.abandonRebuild();

        rebuild.run();

        assertThat(total("")).isEqualTo(2);
        var last = standing.rebuilds(clock.instant()).get(0);
        assertThat(last.state()).isEqualTo(Rebuild.State.DONE);
        assertThat(last.done()).isEqualTo(2);
        assertThat(last.startedBy()).isEmpty();
        assertThat(standing.now()).isEqualTo(new IndexStanding.Standing(2, 2, 0, 1, true));
    }

    private static Description book(String title) {
        return titled(title).format(Format.BOOK).build();
    }

    private long total(String text) {
        return search.search(SearchQuery.of(text)).total();
    }

    private long available(String text) {
        return search.search(SearchQuery.of(text).onlyAvailable(true)).total();
    }

    private List<RecordId> ids(String text) {
        return search.search(SearchQuery.of(text)).items().stream().map(Hit::id).toList();
    }

    private int due() {
        return jdbc.sql("select count(*) from index_due").query(Integer.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
