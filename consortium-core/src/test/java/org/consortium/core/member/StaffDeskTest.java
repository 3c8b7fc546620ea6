package org.consortium.core.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.core.member.MemberRefusal.LAST_COUNCIL_ADMIN;
import static org.consortium.core.member.MemberRefusal.LIBRARY_ADMIN_ONLY;
import static org.consortium.core.member.MemberRefusal.LIBRARY_NOT_FOUND;
import static org.consortium.core.member.MemberRefusal.LOGIN_TAKEN;
import static org.consortium.core.member.MemberRefusal.PASSWORD_TOO_LONG;
import static org.consortium.core.member.MemberRefusal.PASSWORD_TOO_SHORT;
import static org.consortium.core.member.MemberRefusal.PASSWORD_WRONG;
import static org.consortium.core.member.MemberRefusal.ROLE_NEEDED;
import static org.consortium.core.member.MemberRefusal.ROLE_NOT_YOURS_TO_GIVE;
import static org.consortium.core.member.MemberRefusal.STAFF_NOT_FOUND;
import static org.consortium.core.member.MemberRefusal.STALE_VERSION;
import static org.consortium.core.member.MemberRefusal.TOKEN_NOT_FOUND;
import static org.consortium.core.member.Role.COUNCIL_ADMIN;
import static org.consortium.core.member.Role.LIBRARIAN;
import static org.consortium.core.member.Role.LIBRARY_ADMIN;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.consortium.core.database.DatabaseTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Transactional;

@DatabaseTest
@Transactional
class StaffDeskTest {

    private static final LibraryCode CITY = new LibraryCode("city");
    private static final LibraryCode TOWN = new LibraryCode("qiaotou");
    private static final String PASSWORD = "a long password";

    @Autowired
    FirstRun firstRun;

    @Autowired
    MembershipDesk membership;

    @Autowired
    StaffDesk desk;

    @Autowired
    TokenDesk tokens;

    @Autowired
    PasswordEncoder passwords;

    private Staff council;
    private Staff townAdmin;
    private Staff hers;

    @BeforeEach
    void theCouncilAndATownWithItsAdmin() {
        council = firstRun.begin(CITY, profile("市图书馆"), "zhou", name("周"), PASSWORD);
        membership.addLibrary(TOWN, CITY, profile("桥头镇图书馆"), council);
        townAdmin = desk.add("chen.town", name("陈"), TOWN, Set.of(LIBRARY_ADMIN), PASSWORD, council);
        hers = desk.add("he.min", name("何敏"), TOWN, Set.of(LIBRARIAN), PASSWORD, townAdmin);
    }

    @Test
    void passwordsAreKeptAsSlowHashes() {
        assertThat(hers.passwordHash()).startsWith("{bcrypt}").doesNotContain(PASSWORD);
        assertThat(passwords.matches(PASSWORD, hers.passwordHash())).isTrue();
    }

    @Test
    void anAdminLooksAfterHerOwnPeopleOnly() {
        assertThat(desk.lookedAfterBy(townAdmin)).containsExactly(townAdmin, hers);
        assertThat(desk.lookedAfterBy(council)).hasSize(3);

        assertRefused(STAFF_NOT_FOUND, () -> desk.retire("zhou", null, townAdmin));
        assertRefused(
                LIBRARY_NOT_FOUND, () -> desk.add("new.one", name("新"), CITY, Set.of(LIBRARIAN), PASSWORD, townAdmin));
        assertRefused(LIBRARY_ADMIN_ONLY, () -> desk.retire("chen.town", null, hers));
    }

    @Test
    void onlyTheCouncilGivesItsRole() {
        assertRefused(
                ROLE_NOT_YOURS_TO_GIVE, () -> desk.edit("he.min", null, name("何敏"), Set.of(COUNCIL_ADMIN), townAdmin));

        desk.edit("he.min", null, name("何敏"), Set.of(LIBRARIAN, COUNCIL_ADMIN), council);

        assertRefused(ROLE_NOT_YOURS_TO_GIVE, () -> desk.resetPassword("he.min", "another password", townAdmin));
    }

    @Test
    void theLastCouncilAdminStays() {
        assertRefused(LAST_COUNCIL_ADMIN, () -> desk.retire("zhou", null, council));
        assertRefused(LAST_COUNCIL_ADMIN, () -> desk.edit("zhou", null, name("周"), Set.of(LIBRARIAN), council));

        desk.edit("he.min", null, name("何敏"), Set.of(COUNCIL_ADMIN), council);
        desk.retire("zhou", null, council);

        assertThat(council.isActive()).isFalse();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused(LOGIN_TAKEN, () -> desk.add("He.Min", name("何"), TOWN, Set.of(LIBRARIAN), PASSWORD, council));
        assertRefused(ROLE_NEEDED, () -> desk.add("new.one", name("新"), TOWN, Set.of(), PASSWORD, council));
        assertRefused(
                PASSWORD_TOO_SHORT, () -> desk.add("new.one", name("新"), TOWN, Set.of(LIBRARIAN), "short", council));
        assertRefused(
                PASSWORD_TOO_LONG,
                () -> desk.add("new.one", name("新"), TOWN, Set.of(LIBRARIAN), "长".repeat(30), council));
        assertRefused(PASSWORD_WRONG, () -> desk.changePassword("not hers", "another password", hers));
    }

    @Test
    void whoReadBeforeSomebodyElseChangedIsRefused() {
        desk.edit("he.min", 0L, name("何敏敏"), Set.of(LIBRARIAN), townAdmin);

        assertRefused(STALE_VERSION, () -> desk.edit("he.min", 0L, name("何敏"), Set.of(LIBRARIAN), townAdmin));
    }

    @Test
    void aTokenActsForItsMakerUntilItIsRevokedOrSheLeaves() {
        var made = tokens.create("夜间导入", hers);

        assertThat(made.secret()).startsWith("cst_").hasSizeGreaterThan(40);
        assertThat(tokens.signIn(made.secret())).contains(hers);
        assertThat(tokens.signIn(made.secret() + "x")).isEmpty();
        assertRefused(TOKEN_NOT_FOUND, () -> tokens.revoke(made.token().handle(), townAdmin));

        desk.retire("he.min", null, townAdmin);
        assertThat(tokens.signIn(made.secret())).isEmpty();

        desk.reinstate("he.min", null, townAdmin);
        tokens.revoke(made.token().handle(), hers);
        assertThat(tokens.signIn(made.secret())).isEmpty();
    }

    private static Label name(String name) {
        return new Label(name, "");
    }

    private static Library.Profile profile(String name) {
        return new Library.Profile(LibraryKind.OTHER, name(name), null, "", "", "", "", true);
    }

    private static void assertRefused(MemberRefusal reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }
}
