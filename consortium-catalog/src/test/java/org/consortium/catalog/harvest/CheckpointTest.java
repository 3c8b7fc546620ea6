package org.consortium.catalog.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckpointTest {

    private static final Instant OURS = Instant.parse("2026-03-04T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // as it should be
        "2026-03-04T01:59:30Z, YYYY-MM-DDThh:mm:ssZ, 2026-03-04T01:49:30Z",
        // a clock that is behind
        "2026-03-03T22:00:00Z, YYYY-MM-DDThh:mm:ssZ, 2026-03-03T21:50:00Z",
        // a clock that is ahead, and may be set right
        "2027-01-01T00:00:00Z, YYYY-MM-DDThh:mm:ssZ, 2026-03-04T01:50:00Z",
        // with an offset, which the standard does not allow
        "2026-03-04T09:59:30+08:00, YYYY-MM-DDThh:mm:ssZ, 2026-03-04T01:49:30Z",
        // days only
        "2026-03-04T01:59:30Z, YYYY-MM-DD, 2026-03-03T01:59:30Z",
        "2026-03-04, YYYY-MM-DD, 2026-03-03T00:00:00Z",
        // no time at all
        "'', YYYY-MM-DDThh:mm:ssZ, 2026-03-03T02:00:00Z",
        "yesterday, '', 2026-03-03T02:00:00Z",
    })
    void asksALittleTwiceRatherThanMissAnything(String told, String granularity, Instant expected) {
        assertThat(Checkpoint.after(told, granularity, OURS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"YYYY-MM-DD, 2026-03-04", "YYYY-MM-DDThh:mm:ssZ, 2026-03-04T02:00:00Z", "'', 2026-03-04"})
    void asksAsTheServerWrites(String granularity, String expected) {
        assertThat(Checkpoint.asked(OURS, granularity)).isEqualTo(expected);
    }
}
