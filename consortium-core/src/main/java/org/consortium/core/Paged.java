package org.consortium.core;

import java.util.List;
import java.util.function.Function;

/** One page of a longer list: pages count from 0. */
public record Paged<T>(List<T> items, long total, int page, int size) {

    public static final int LARGEST = 100;

    public Paged {
        items = List.copyOf(items);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public <R> Paged<R> map(Function<T, R> change) {
        return new Paged<>(items.stream().map(change).toList(), total, page, size);
    }
}
