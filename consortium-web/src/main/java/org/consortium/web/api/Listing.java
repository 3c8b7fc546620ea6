package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.consortium.core.Paged;

/** One page of a list, pages counted from 0. */
record Listing<T>(
        @Schema(description = "How many there are on all pages", example = "42")
        long total,

        @Schema(description = "This page, counted from 0", example = "0")
        int page,

        @Schema(description = "How many a page holds", example = "20")
        int size,

        @Schema(description = "What is on this page") List<T> items) {

    static <S, T> Listing<T> of(Paged<S> paged, Function<S, T> view) {
        return new Listing<>(
                paged.total(),
                paged.page(),
                paged.size(),
                paged.items().stream().map(view).toList());
    }

    /** A list so short that it is always given whole. */
    static <S, T> Listing<T> whole(List<S> all, Function<S, T> view) {
        return new Listing<>(all.size(), 0, all.size(), all.stream().map(view).toList());
    }
}
