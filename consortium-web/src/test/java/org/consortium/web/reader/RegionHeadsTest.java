package org.consortium.web.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consortium.catalog.search.Facet;
import org.consortium.catalog.search.SearchResult.PlaceCount;
import org.consortium.core.Label;
import org.junit.jupiter.api.Test;

class RegionHeadsTest {

    private static final List<PlaceCount> PLACES = List.of(
            place(Facet.LIBRARY, "qingshi", null, 0),
            place(Facet.LIBRARY, "shimen", "qingshi", 1),
            place(Facet.LIBRARY, "yunling", null, 0),
            place(Facet.BRANCH, "yunling-main", "yunling", 1),
            place(Facet.LIBRARY, "school", null, 0));

    @Test
    void standOverTheLibrariesOfEachRegion() {
        var heads = headed(Map.of("qingshi", "青石县", "yunling", "云岭县", "school", "青石县"));

        assertThat(heads)
                .extracting(FacetBox.Choice::text)
                .containsExactly("青石县", "qingshi", "shimen", "school", "云岭县", "yunling", "yunling-main");
        assertThat(heads).extracting(FacetBox.Choice::depth).containsExactly(0, 1, 2, 1, 0, 1, 2);
        assertThat(heads)
                .extracting(FacetBox.Choice::isHeading)
                .containsExactly(true, false, false, false, true, false, false);
    }

    @Test
    void areLeftOutWhereThereIsOneRegion() {
        assertThat(headed(Map.of("qingshi", "青石县", "yunling", "青石县", "school", "青石县")))
                .extracting(FacetBox.Choice::text)
                .containsExactly("qingshi", "shimen", "yunling", "yunling-main", "school");
    }

    private static List<FacetBox.Choice> headed(Map<String, String> regions) {
        var lines = PLACES.stream()
                .map(place -> new FacetBox.Choice(
                        place.facet().parameter(), place.code(), place.code(), place.depth(), 1, false, null))
                .toList();
        return RegionHeads.over(PLACES, lines, regions);
    }

    private static PlaceCount place(Facet facet, String code, String parent, int depth) {
        return new PlaceCount(facet, code, parent, new Label(code, code), depth, 1, false);
    }
}
