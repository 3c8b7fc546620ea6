package org.consortium.core.union;

import java.time.Instant;

/**
 * A search a reader keeps has found records that came since she was told last.
 *
 * @param search which of her searches
 * @param newest of these records
 * @param many how many there are
 */
public record NewlyFound(long reader, long search, RecordId newest, int many, Instant at) {}
