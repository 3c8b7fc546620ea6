package org.consortium.catalog.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/** Finds the branch of a library that a copy's location means: by its code, with or without the library's, or its name. */
final class ItemPlaces {

    private static final String SEPARATOR = " / ";

    private final LibraryCode library;
    private final BranchCode otherwise;
    private final boolean onlyOne;
    private final Map<String, BranchCode> branches = new HashMap<>();

    ItemPlaces(LibraryCode library, List<Branch> all, BranchCode otherwise) {
        this.library = library;
        this.otherwise = otherwise;
        this.onlyOne = all.size() == 1;
        for (var branch : all) {
            branches.put(key(branch.code().value()), branch.code());
            branches.put(key(branch.name().zh()), branch.code());
            branches.put(key(branch.name().en()), branch.code());
        }
    }

    /**
     * @param named whether the location says so
     * @param shelf what the location says besides the branch, or empty
     * @param known whether the location names a branch, or there is only one anyway
     */
    record Place(BranchCode branch, boolean named, String shelf, boolean known) {}

    Place of(String location) {
        BranchCode branch = null;
        var shelf = "";
        for (var segment : location.split(SEPARATOR)) {
            var found = branch == null ? branch(segment) : null;
            if (found != null) {
                branch = found;
            } else if (!key(segment).equals(library.value())) {
                shelf = segment.strip();
            }
        }
        boolean known = branch != null || onlyOne || location.isEmpty();
        return new Place(branch == null ? otherwise : branch, branch != null, shelf, known);
    }

    private BranchCode branch(String segment) {
        var key = key(segment);
        var found = branches.get(key);
        return found != null ? found : branches.get(library.value() + "-" + key);
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
