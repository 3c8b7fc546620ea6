package org.consortium.loans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.consortium.core.loan.LoanRefusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;

class DeskWorkTest extends YunzeTest {

    @Autowired
    DeskWork work;

    @Test
    void looksAgainWhenTheDatabaseSaysSomebodyWasQuicker() {
        var tries = new AtomicInteger();

        var result = work.done(() -> {
            if (tries.incrementAndGet() < 3) {
                oneCopyTwoOpenTransits();
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(tries).hasValue(3);
        assertThat(transits.count()).as("what failed is rolled back").isZero();
    }

    @Test
    void givesUpAfterSomeTriesWithAClearAnswer() {
        var tries = new AtomicInteger();

        refused(
                LoanRefusal.SOMEBODY_WAS_QUICKER,
                () -> work.done(() -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("deadlock");
                }));
        assertThat(tries).hasValueGreaterThan(1);
    }

    @Test
    void aMistakeOfOursIsNotTriedAgain() {
        var tries = new AtomicInteger();

        assertThatThrownBy(() -> work.done(() -> {
                    tries.incrementAndGet();
                    return jdbc.sql("insert into transit (copy, from_branch, to_branch, purpose, sent_at, version)"
                                    + " values (-1, 'city-main', 'city-south', 'HOME', now(), 0)")
                            .update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(tries).hasValue(1);
    }

    private void oneCopyTwoOpenTransits() {
        for (int i = 0; i < 2; i++) {
            jdbc.sql("""
                    insert into transit (copy, from_branch, to_branch, purpose, sent_at, version)
                    select id, 'city-main', 'city-south', 'HOME', now(), 0 from copy
                    """).update();
        }
    }
}
