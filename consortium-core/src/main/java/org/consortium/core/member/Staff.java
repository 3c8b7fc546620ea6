package org.consortium.core.member;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.consortium.core.Label;
import org.consortium.core.Refusal;

/** A person who works at a member library and signs in to do so. */
@Entity
public class Staff {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{2,39}");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String login;

    @Embedded
    @AttributeOverride(name = "zh", column = @Column(name = "name_zh"))
    @AttributeOverride(name = "en", column = @Column(name = "name_en"))
    private Label name;

    private LibraryCode library;

    private String passwordHash;

    private boolean active = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "staff"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    private Instant createdAt;

    @Version
    private long version;

    protected Staff() {}

    public Staff(
            String login, Label name, LibraryCode library, Set<Role> roles, String passwordHash, Instant createdAt) {
        this.login = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(this.login).matches()) {
            throw new Refusal(MemberRefusal.LOGIN_FORM);
        }
        this.name = name;
        this.library = library;
        this.roles.addAll(roles);
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    public void describe(Label newName, Set<Role> newRoles) {
        name = newName;
        roles.clear();
        roles.addAll(newRoles);
    }

    public void changePassword(String newHash) {
        passwordHash = newHash;
    }

    public void retire() {
        active = false;
    }

    public void reinstate() {
        active = true;
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public Label name() {
        return name;
    }

    public LibraryCode library() {
        return library;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isActive() {
        return active;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Actor actor() {
        return Actor.staff(id, library);
    }

    public long version() {
        return version;
    }
}
