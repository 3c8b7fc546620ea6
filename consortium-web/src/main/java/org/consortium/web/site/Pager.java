package org.consortium.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.consortium.core.Paged;

/**
 * The way through a list that is longer than a page. Pages are counted from 0 in addresses and from 1 in what people read.
 *
 * @param around the pages named one by one: first, last and the neighbours; a gap is -1
 */
public record Pager(int page, int pages, List<Integer> around) {

    private static final int GAP = -1;

    public static Pager of(Paged<?> list) {
        return of(list.page(), list.pages());
    }

    public static Pager of(int page, int pages) {
        return new Pager(page, pages, around(page, pages));
    }

    public boolean needed() {
        return pages > 1;
    }

    public boolean hasPrevious() {
        return page > 0;
    }

    public boolean hasNext() {
        return page < pages - 1;
    }

    private static List<Integer> around(int page, int pages) {
        var named = new ArrayList<Integer>();
        var last = pages - 1;
        IntStream.of(0, page - 1, page, page + 1, last)
                .filter(number -> number >= 0 && number <= last)
                .distinct()
                .sorted()
                .forEach(number -> {
                    if (!named.isEmpty() && number > named.get(named.size() - 1) + 1) {
                        named.add(GAP);
                    }
                    named.add(number);
                });
        return List.copyOf(named);
    }
}
