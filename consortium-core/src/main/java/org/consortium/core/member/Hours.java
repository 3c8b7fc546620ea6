package org.consortium.core.member;

import jakarta.persistence.Embeddable;
import java.time.LocalTime;

/** When a branch is open on a weekday, in its own zone. */
@Embeddable
public record Hours(LocalTime opens, LocalTime closes) {

    public Hours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("A branch closes after it opens: " + opens + "-" + closes);
        }
    }
}
