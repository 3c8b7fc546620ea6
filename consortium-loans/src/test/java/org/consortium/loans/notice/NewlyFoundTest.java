package org.consortium.loans.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.consortium.core.union.NewlyFound;
import org.consortium.loans.YunzeTest;
import org.consortium.loans.card.HistoryClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What a saved search has found is told in the account. */
class NewlyFoundTest extends YunzeTest {

    @Autowired
    ReaderNotices notices;

    @Autowired
    HistoryClock historyClock;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void isTold() {
        found();

        assertThat(notices.of(yunze.linXiaomei.id())).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.FOUND);
            assertThat(notice.record()).contains(book);
            assertThat(notice.found()).contains(new ReaderNotices.Found("abcdefgh12", "迟子建的书", 3));
        });
    }

    @Test
    void goesWithTheSearch() {
        found();

        jdbc.sql("delete from saved_search").update();

        assertThat(notices.of(yunze.linXiaomei.id())).isEmpty();
    }

    @Test
    void isForgottenAfterAMonth() {
        found();
        clock.moveBy(Duration.ofDays(31));

        historyClock.tick();

        assertThat(notices.of(yunze.linXiaomei.id())).isEmpty();
    }

    private void found() {
        var now = clock.instant();
        long search = jdbc.sql("""
                insert into saved_search
                  (handle, reader, name, question, frequency, made_at, looked_at, told_at, next_at)
                values ('abcdefgh12', :reader, '迟子建的书', 'q=x', 'DAILY', :now, :now, :now, :now)
                returning id
                """)
                .param("reader", yunze.linXiaomei.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        events.publishEvent(new NewlyFound(yunze.linXiaomei.id(), search, book, 3, now));
    }
}
