package org.consortium.core.member;

import java.time.Clock;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a consortium begins: its first member library, and the person there who admits all others. It happens once. */
@Service
@Transactional
public class FirstRun {

    private static final Set<Role> ROLES = Set.of(Role.COUNCIL_ADMIN, Role.LIBRARY_ADMIN);

    private final JdbcClient jdbc;
    private final MembershipDesk membership;
    private final StaffMembers members;
    private final PasswordEncoder passwords;
    private final Trail trail;
    private final Clock clock;

    FirstRun(
            JdbcClient jdbc,
            MembershipDesk membership,
            StaffMembers members,
            PasswordEncoder passwords,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.membership = membership;
        this.members = members;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean isDue() {
        return jdbc.sql("select not exists (select from staff)")
                .query(Boolean.class)
                .single();
    }

    public Staff begin(LibraryCode code, Library.Profile profile, String login, Label name, String password) {
        // two people with the code at once: the second waits here, and then finds somebody
        jdbc.sql("lock table staff in share row exclusive mode").update();
        if (!isDue()) {
            throw new Refusal(MemberRefusal.COUNCIL_ALREADY_HERE);
        }
        var hash = passwords.encode(Passwords.mustBeGood(password));
        membership.admit(code, null, profile, Actor.clock());
        var first = members.saveAndFlush(new Staff(login, name, code, ROLES, hash, clock.instant()));
        trail.note(first.actor(), clock.instant(), "consortium-begun", "staff", first.login(), code, "");
        return first;
    }
}
