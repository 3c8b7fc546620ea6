package org.consortium.core.ill;

import java.time.Instant;

/** Something happened to a request; {@code move} as in {@link Step#move()}. */
public record RequestMoved(RequestNumber request, String move, RequestPhase phase, Instant at) {}
