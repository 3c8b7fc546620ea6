package org.consortium.core.member;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.consortium.core.Label;
import org.consortium.core.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works where and may do what. The council looks after everybody; a library's admin after the people of her own library, and
 * only she who has the council's role can give it.
 */
@Service
@Transactional
public class StaffDesk {

    private final StaffMembers members;
    private final Libraries libraries;
    private final PasswordEncoder passwords;
    private final Trail trail;
    private final Clock clock;

    StaffDesk(StaffMembers members, Libraries libraries, PasswordEncoder passwords, Trail trail, Clock clock) {
        this.members = members;
        this.libraries = libraries;
        this.passwords = passwords;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everybody this person looks after: all for the council, else those of her library. */
    @Transactional(readOnly = true)
    public List<Staff> lookedAfterBy(Staff by) {
        return by.is(Role.COUNCIL_ADMIN)
                ? members.findAllByOrderByLibraryAscLoginAsc()
                : members.findByLibraryOrderByLogin(by.library());
    }

    @Transactional(readOnly = true)
    public Staff required(String login, Staff by) {
        mustBeAdmin(by);
        var staff = members.required(login);
        if (!by.is(Role.COUNCIL_ADMIN) && !staff.library().equals(by.library())) {
            throw new Refusal(MemberRefusal.STAFF_NOT_FOUND);
        }
        return staff;
    }

    public Staff add(String login, Label name, LibraryCode library, Set<Role> roles, String password, Staff by) {
        mustBeAdmin(by);
        if (!by.is(Role.COUNCIL_ADMIN) && !by.library().equals(library)) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, library);
        }
        mustBeGivenBy(roles, by);
        return engage(login, name, library, roles, password, by.actor());
    }

    private Staff engage(String login, Label name, LibraryCode library, Set<Role> roles, String password, Actor by) {
        libraries.required(library);
        var hash = passwords.encode(Passwords.mustBeGood(password));
        var staff = new Staff(login, name, library, roles, hash, clock.instant());
        if (members.findByLogin(staff.login()).isPresent()) {
            throw new Refusal(MemberRefusal.LOGIN_TAKEN, staff.login());
        }
        var added = members.saveAndFlush(staff);
        note(by, "staff-added", added, roles.toString());
        return added;
    }

    public Staff edit(String login, Long version, Label name, Set<Role> roles, Staff by) {
        var staff = mine(login, version, by);
        mustBeGivenBy(roles, by);
        if (staff.is(Role.COUNCIL_ADMIN) && !roles.contains(Role.COUNCIL_ADMIN)) {
            mustNotBeTheLast(staff);
        }
        staff.describe(name, roles);
        note(by.actor(), "staff-edited", staff, roles.toString());
        return members.saveAndFlush(staff);
    }

    public Staff retire(String login, Long version, Staff by) {
        var staff = mine(login, version, by);
        mustNotBeTheLast(staff);
        return change(staff, "staff-retired", Staff::retire, by);
    }

    public Staff reinstate(String login, Long version, Staff by) {
        return change(mine(login, version, by), "staff-reinstated", Staff::reinstate, by);
    }

    /** A new password for somebody who has forgotten hers; ends her sessions. */
    public Staff resetPassword(String login, String password, Staff by) {
        var hash = passwords.encode(Passwords.mustBeGood(password));
        return change(mine(login, null, by), "password-reset", staff -> staff.changePassword(hash), by);
    }

    /** One's own password, by somebody who knows the old one. */
    public Staff changePassword(String old, String password, Staff by) {
        var staff = members.required(by.id());
        if (old == null || !passwords.matches(old, staff.passwordHash())) {
            throw new Refusal(MemberRefusal.PASSWORD_WRONG);
        }
        var hash = passwords.encode(Passwords.mustBeGood(password));
        return change(staff, "password-changed", self -> self.changePassword(hash), by);
    }

    private Staff change(Staff staff, String action, Consumer<Staff> verb, Staff by) {
        verb.accept(staff);
        note(by.actor(), action, staff, "");
        return members.saveAndFlush(staff);
    }

    /** Somebody this person looks after and may change: another library's people are not found. */
    private Staff mine(String login, Long version, Staff by) {
        var staff = required(login, by);
        if (staff.is(Role.COUNCIL_ADMIN) && !by.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.ROLE_NOT_YOURS_TO_GIVE);
        }
        if (version != null && version != staff.version()) {
            throw new Refusal(MemberRefusal.STALE_VERSION);
        }
        return staff;
    }

    private static void mustBeAdmin(Staff by) {
        if (!by.is(Role.COUNCIL_ADMIN) && !by.is(Role.LIBRARY_ADMIN)) {
            throw new Refusal(MemberRefusal.LIBRARY_ADMIN_ONLY);
        }
    }

    private static void mustBeGivenBy(Set<Role> roles, Staff by) {
        if (roles.isEmpty()) {
            throw new Refusal(MemberRefusal.ROLE_NEEDED);
        }
        if (roles.contains(Role.COUNCIL_ADMIN) && !by.is(Role.COUNCIL_ADMIN)) {
            throw new Refusal(MemberRefusal.ROLE_NOT_YOURS_TO_GIVE);
        }
    }

    private void mustNotBeTheLast(Staff staff) {
        var admins = members.lockedCouncilAdmins();
        if (admins.size() == 1 && admins.get(0).id() == staff.id()) {
            throw new Refusal(MemberRefusal.LAST_COUNCIL_ADMIN);
        }
    }

    private void note(Actor by, String action, Staff staff, String detail) {
        trail.note(by, clock.instant(), action, "staff", staff.login(), staff.library(), detail);
    }
}
