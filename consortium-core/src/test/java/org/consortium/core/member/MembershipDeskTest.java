package org.consortium.core.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.consortium.core.member.MemberRefusal.COUNCIL_ONLY;
import static org.consortium.core.member.MemberRefusal.ISIL_TAKEN;
import static org.consortium.core.member.MemberRefusal.LIBRARY_ADMIN_ONLY;
import static org.consortium.core.member.MemberRefusal.LIBRARY_CODE_TAKEN;
import static org.consortium.core.member.MemberRefusal.OWN_PARENT;
import static org.consortium.core.member.MemberRefusal.STALE_VERSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Transactional
class MembershipDeskTest {

    private static final LibraryCode CITY = new LibraryCode("city");
    private static final LibraryCode DISTRICT = new LibraryCode("yunze");
    private static final LibraryCode TOWN = new LibraryCode("qiaotou");
    private static final Calendar NO_HOURS = new Calendar(Map.of(), Set.of());

    @Autowired
    FirstRun firstRun;

    @Autowired
    MembershipDesk desk;

    @Autowired
    StaffDesk staff;

    @Autowired
    Branches branches;

    @Autowired
    Trail trail;

    private Staff council;
    private Staff townAdmin;

    @BeforeEach
    void theCityBeginsAndAdmitsTwo() {
        council = firstRun.begin(CITY, profile("市图书馆", "CN-1"), "zhou", new Label("周", "Zhou"), "a long password");
        desk.addLibrary(DISTRICT, CITY, profile("云泽区图书馆", null), council);
        desk.addLibrary(TOWN, DISTRICT, profile("桥头镇图书馆", null), council);
        townAdmin = staff.add(
                "chen.town", new Label("陈", "Chen"), TOWN, Set.of(Role.LIBRARY_ADMIN), "a long password", council);
    }

    @Test
    void everyChangeLeavesALine() {
        var suspended = desk.suspend(TOWN, 0L, "搬家", council);
        desk.readmit(TOWN, suspended.version(), council);

        assertThat(trail.lines(Optional.of(TOWN), Optional.of("library"), 0, 10).items())
                .extracting(Trail.Line::action, Trail.Line::login, Trail.Line::detail)
                .containsExactly(
                        tuple("library-readmitted", "zhou", ""),
                        tuple("library-suspended", "zhou", "搬家"),
                        tuple("library-added", "zhou", ""));
    }

    @Test
    void aCodeAndAnIsilAreGivenOnce() {
        assertRefused(LIBRARY_CODE_TAKEN, () -> desk.addLibrary(TOWN, null, profile("另一家", null), council));
        assertRefused(ISIL_TAKEN, () -> desk.editLibrary(TOWN, null, null, profile("桥头镇图书馆", "CN-1"), council));
    }

    @Test
    void whoReadBeforeSomebodyElseChangedIsRefused() {
        desk.editLibrary(TOWN, 0L, DISTRICT, profile("桥头图书馆", null), council);

        assertRefused(STALE_VERSION, () -> desk.suspend(TOWN, 0L, "搬家", council));
    }

    @Test
    void theTreeHasNoRings() {
        assertRefused(OWN_PARENT, () -> desk.editLibrary(CITY, null, TOWN, profile("市图书馆", null), council));
    }

    @Test
    void onlyTheCouncilAdmitsAndSuspends() {
        var code = new LibraryCode("village");

        assertRefused(COUNCIL_ONLY, () -> desk.addLibrary(code, TOWN, profile("村图书室", null), townAdmin));
        assertRefused(COUNCIL_ONLY, () -> desk.suspend(CITY, null, "不喜欢", townAdmin));
    }

    @Test
    void anAdminLooksAfterTheBranchesOfHerOwnLibraryOnly() {
        var own = new BranchCode("qiaotou-main");
        var foreign = new BranchCode("city-main");
        desk.addBranch(own, TOWN, place("桥头镇图书馆"), NO_HOURS, townAdmin);
        desk.addBranch(foreign, CITY, place("市图书馆"), NO_HOURS, council);

        desk.closeBranch(own, 0L, townAdmin);

        assertThat(branches.required(own).isClosed()).isTrue();
        assertRefused(MemberRefusal.BRANCH_NOT_FOUND, () -> desk.closeBranch(foreign, 0L, townAdmin));
        assertRefused(
                LIBRARY_ADMIN_ONLY,
                () -> desk.addBranch(new BranchCode("city-two"), CITY, place("分馆"), NO_HOURS, townAdmin));
    }

    @Test
    void aConsortiumBeginsOnce() {
        assertThat(firstRun.isDue()).isFalse();
        assertRefused(
                MemberRefusal.COUNCIL_ALREADY_HERE,
                () -> firstRun.begin(
                        new LibraryCode("other"),
                        profile("另一家", null),
                        "li.other",
                        new Label("李", "Li"),
                        "a long password"));
        assertThat(List.copyOf(council.roles())).contains(Role.COUNCIL_ADMIN);
    }

    private static Library.Profile profile(String name, String isil) {
        return new Library.Profile(LibraryKind.OTHER, new Label(name, ""), isil, "", "", "", "", true);
    }

    private static Branch.Place place(String name) {
        return new Branch.Place(new Label(name, ""), "", "", null, null, "Asia/Shanghai", true, "");
    }

    private static void assertRefused(MemberRefusal reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
