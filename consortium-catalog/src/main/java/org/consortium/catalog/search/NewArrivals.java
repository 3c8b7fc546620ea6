package org.consortium.catalog.search;

import java.util.List;
import org.springframework.stereotype.Service;

/** What came into the union catalogue last, for the front page. */
@Service
public class NewArrivals {

    private final CatalogueIndex index;
    private final ShelfCheck shelves;

    NewArrivals(CatalogueIndex index, ShelfCheck shelves) {
        this.index = index;
        this.shelves = shelves;
    }

    public List<Hit> newest(int most) {
        return shelves.hits(index.read(session -> session.search(RecordDocument.class)
                .select(ShownRecord.class)
                .where(f -> f.matchAll())
                .sort(f -> f.field("createdAt").desc().then().field("key"))
                .fetchHits(most)));
    }
}
