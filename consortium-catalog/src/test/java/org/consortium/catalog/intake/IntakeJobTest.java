package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.junit.jupiter.api.Test;

class IntakeJobTest {

    private static final Instant BEGAN = Instant.parse("2026-03-04T02:00:00Z");

    @Test
    void tellsHowMuchLongerItTakes() {
        assertThat(job(IntakeJob.State.RUNNING, 250).remaining(BEGAN.plusSeconds(20)))
                .contains(Duration.ofSeconds(60));
    }

    @Test
    void doesNotGuessBeforeAnythingIsReadNorWhenItIsOver() {
        assertThat(job(IntakeJob.State.RUNNING, 0).remaining(BEGAN.plusSeconds(20)))
                .isEmpty();
        assertThat(job(IntakeJob.State.WAITING, 0).remaining(BEGAN)).isEmpty();
        assertThat(job(IntakeJob.State.CANCELLED, 250).remaining(BEGAN.plusSeconds(20)))
                .isEmpty();
    }

    private static IntakeJob job(IntakeJob.State state, long bytesRead) {
        return new IntakeJob(
                "I-260304-0001",
                new LibraryCode("qiaotou"),
                new BranchCode("qiaotou-main"),
                "books.mrc",
                1000,
                null,
                null,
                state,
                1L,
                BEGAN,
                BEGAN,
                null,
                bytesRead,
                new IntakeJob.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0),
                "",
                null,
                false);
    }
}
