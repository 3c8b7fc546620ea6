package org.consortium.core.member;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the council keeps the membership: libraries come in, change, are suspended and readmitted; branches open and close. */
@Service
@Transactional
public class MembershipDesk {

    private final Libraries libraries;
    private final Branches branches;
    private final Trail trail;
    private final Clock clock;

    MembershipDesk(Libraries libraries, Branches branches, Trail trail, Clock clock) {
        this.libraries = libraries;
        this.branches = branches;
        this.trail = trail;
        this.clock = clock;
    }

    public Library addLibrary(LibraryCode code, LibraryCode parent, Library.Profile profile, Staff by) {
        mustBeCouncil(by);
        return admit(code, parent, profile, by.actor());
    }

    Library admit(LibraryCode code, LibraryCode parent, Library.Profile profile, Actor by) {
        if (libraries.has(code)) {
            throw new Refusal(MemberRefusal.LIBRARY_CODE_TAKEN, code);
        }
        Optional.ofNullable(parent).ifPresent(libraries::required);
        mustBeFree(profile.isil(), code);
        var library = new Library(code, parent, profile, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        note(by, "library-added", code, "");
        return libraries.saveAndFlush(library);
    }

    public Library editLibrary(LibraryCode code, Long version, LibraryCode parent, Library.Profile profile, Staff by) {
        mustBeCouncil(by);
        var library = asRead(code, version);
        mustNotMakeARing(code, parent);
        mustBeFree(profile.isil(), code);
        library.describe(parent, profile);
        note(by.actor(), "library-edited", code, "");
        return libraries.saveAndFlush(library);
    }

    public Library suspend(LibraryCode code, Long version, String reason, Staff by) {
        return change(code, version, "library-suspended", reason, library -> library.suspend(reason), by);
    }

    public Library readmit(LibraryCode code, Long version, Staff by) {
        return change(code, version, "library-readmitted", "", Library::readmit, by);
    }

    private Library change(
            LibraryCode code, Long version, String action, String why, Consumer<Library> verb, Staff by) {
        mustBeCouncil(by);
        var library = asRead(code, version);
        verb.accept(library);
        note(by.actor(), action, code, why);
        return libraries.saveAndFlush(library);
    }

    public Branch addBranch(BranchCode code, LibraryCode library, Branch.Place place, Calendar calendar, Staff by) {
        mustRun(library, by);
        libraries.required(library);
        if (branches.existsById(code.value())) {
            throw new Refusal(MemberRefusal.BRANCH_CODE_TAKEN, code);
        }
        note(by, "branch-added", code, library);
        return branches.saveAndFlush(new Branch(code, library, place, calendar));
    }

    public Branch editBranch(BranchCode code, Long version, Branch.Place place, Calendar calendar, Staff by) {
        return change(code, version, "branch-edited", branch -> branch.describe(place, calendar), by);
    }

    public Branch closeBranch(BranchCode code, Long version, Staff by) {
        return change(code, version, "branch-closed", Branch::close, by);
    }

    public Branch reopenBranch(BranchCode code, Long version, Staff by) {
        return change(code, version, "branch-reopened", Branch::reopen, by);
    }

    private Branch change(BranchCode code, Long version, String action, Consumer<Branch> verb, Staff by) {
        var branch = by.is(Role.COUNCIL_ADMIN) ? branches.required(code) : branches.required(code, by.library());
        mustRun(branch.library(), by);
        mustBeAt(version, branch.version());
        verb.accept(branch);
        note(by, action, code, branch.library());
        return branches.saveAndFlush(branch);
    }

    private Library asRead(LibraryCode code, Long version) {
        var library = libraries.required(code);
        mustBeAt(version, library.version());
        return library;
    }

    private static void mustBeAt(Long read, long now) {
        if (read != null && read != now) {
            throw new Refusal(MemberRefusal.STALE_VERSION);
        }
    }

    private static void mustBeCouncil(Staff by) {
        if (!by.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.COUNCIL_ONLY);
        }
    }

    /** Branches are the business of their library's admin and of the council. */
    private static void mustRun(LibraryCode library, Staff by) {
        var runs = by.is(Role.LIBRARY_ADMIN) && by.library().equals(library);
        if (!runs && !by.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.LIBRARY_ADMIN_ONLY);
        }
    }

    private void mustBeFree(String isil, LibraryCode code) {
        if (isil != null && libraries.existsByProfileIsilAndCodeNot(isil, code.value())) {
            throw new Refusal(MemberRefusal.ISIL_TAKEN, isil);
        }
    }

    private void mustNotMakeARing(LibraryCode code, LibraryCode parent) {
        if (parent == null) {
            return;
        }
        libraries.required(parent);
        Map<LibraryCode, Library> tree =
                libraries.lockedTree().stream().collect(Collectors.toMap(Library::code, Function.identity()));
        for (var above = Optional.of(parent);
                above.isPresent();
                above = tree.get(above.get()).parent()) {
            if (above.get().equals(code)) {
                throw new Refusal(MemberRefusal.OWN_PARENT);
            }
        }
    }

    private void note(Actor by, String action, LibraryCode code, String why) {
        trail.note(by, clock.instant(), action, "library", code, code, why);
    }

    private void note(Staff by, String action, BranchCode code, LibraryCode library) {
        trail.note(by.actor(), clock.instant(), action, "branch", code, library, "");
    }
}
