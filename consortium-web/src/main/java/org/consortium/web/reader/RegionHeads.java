package org.consortium.web.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consortium.catalog.search.SearchResult.PlaceCount;

/**
 * The tree of libraries under their regions, where those at its top are of several. A region is a heading, not a choice: what is in it
 * its libraries say, and no record is counted twice.
 */
final class RegionHeads {

    private static final int DEEPEST = 3;

    private RegionHeads() {}

    /**
     * @param places libraries and branches in the order of the tree
     * @param lines the same as choices
     * @param regions of libraries by their codes; empty where it is not said
     */
    static List<FacetBox.Choice> over(
            List<PlaceCount> places, List<FacetBox.Choice> lines, Map<String, String> regions) {
        var byRegion = new LinkedHashMap<String, List<FacetBox.Choice>>();
        var region = "";
        for (int at = 0; at < places.size(); at++) {
            if (places.get(at).depth() == 0) {
                region = regions.getOrDefault(places.get(at).code(), "");
            }
            byRegion.computeIfAbsent(region, none -> new ArrayList<>()).add(lines.get(at));
        }
        if (byRegion.size() < 2) {
            return lines;
        }
        var all = new ArrayList<FacetBox.Choice>();
        byRegion.forEach((name, below) -> {
            if (!name.isEmpty()) {
                all.add(FacetBox.Choice.heading(name));
            }
            below.forEach(line -> all.add(name.isEmpty() ? line : line.at(Math.min(DEEPEST, line.depth() + 1))));
        });
        return all;
    }
}
