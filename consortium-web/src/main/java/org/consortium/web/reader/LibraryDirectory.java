package org.consortium.web.reader;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consortium.core.Label;
import org.consortium.core.member.Branch;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Hours;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.springframework.stereotype.Component;

/** The libraries a reader can go to, with who is open today. */
@Component
class LibraryDirectory {

    private final Libraries libraries;
    private final Branches branches;
    private final Clock clock;

    LibraryDirectory(Libraries libraries, Branches branches, Clock clock) {
        this.libraries = libraries;
        this.branches = branches;
        this.clock = clock;
    }

    /** A library with its branches that are open for good. */
    record Entry(Library library, List<Today> branches) {}

    /** A branch today: its hours, or nothing when it is closed; {@code openNow} at this minute. */
    record Today(Branch branch, Label library, Hours hours, boolean openNow) {

        public boolean isOpenToday() {
            return hours != null;
        }
    }

    List<Entry> all() {
        var byLibrary = today().stream()
                .collect(Collectors.groupingBy(today -> today.branch().library()));
        return libraries.inOrder().stream()
                .map(library -> new Entry(library, byLibrary.getOrDefault(library.code(), List.of())))
                .toList();
    }

    Entry of(LibraryCode code) {
        var library = libraries.required(code);
        var here = today().stream()
                .filter(today -> today.branch().library().equals(code))
                .toList();
        return new Entry(library, here);
    }

    /** Branches that are open today, those open longest first. */
    List<Today> openToday(int most) {
        return today().stream()
                .filter(Today::isOpenToday)
                .sorted(Comparator.comparing((Today today) -> today.hours().closes())
                        .reversed())
                .limit(most)
                .toList();
    }

    private List<Today> today() {
        Map<LibraryCode, Label> names =
                libraries.findAll().stream().collect(Collectors.toMap(Library::code, Library::name));
        var codes = branches.findAllByOrderByLibraryAscCodeAsc().stream()
                .filter(branch -> !branch.isClosed())
                .map(branch -> branch.code().value())
                .toList();
        if (codes.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var all = new ArrayList<Today>();
        branches.withCalendars(codes).stream()
                .sorted(Comparator.comparing(branch -> branch.code().value()))
                .forEach(branch -> {
                    var hours = branch.calendar().on(branch.today(now)).orElse(null);
                    var time = now.atZone(branch.zone()).toLocalTime();
                    var open = hours != null && !time.isBefore(hours.opens()) && time.isBefore(hours.closes());
                    all.add(new Today(branch, names.get(branch.library()), hours, open));
                });
        return all;
    }
}
