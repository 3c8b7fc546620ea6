package org.consortium.core.member;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.Refusal;

/** A member library of the consortium. Libraries form a tree: a general library and the branches' libraries below it. */
@Entity
public class Library {

    private static final int LONGEST_REASON = 500;

    @Id
    private String code;

    private LibraryCode parent;

    @Embedded
    private Profile profile;

    @Enumerated(EnumType.STRING)
    private MembershipStatus status;

    private String statusReason = "";

    private LocalDate joinedOn;

    @Version
    private long version;

    protected Library() {}

    public Library(LibraryCode code, LibraryCode parent, Profile profile, LocalDate joinedOn) {
        this.code = code.value();
        this.joinedOn = joinedOn;
        this.status = MembershipStatus.ACTIVE;
        describe(parent, profile);
    }

    /**
     * What is said of a library to everyone.
     *
     * @param isil International Standard Identifier for Libraries (ISO 15511) where it has one, else null
     * @param hosted whether this platform is the library's own system, or it connects with one of its own
     */
    @Embeddable
    public record Profile(
            @Enumerated(EnumType.STRING) LibraryKind kind,

            @Embedded
            @AttributeOverride(name = "zh", column = @Column(name = "name_zh"))
            @AttributeOverride(name = "en", column = @Column(name = "name_en"))
            Label name,

            String isil,
            String region,
            String phone,
            String email,
            String website,
            boolean hosted) {

        public Profile {
            isil = isil == null || isil.isBlank() ? null : isil.strip();
            region = region == null ? "" : region.strip();
            phone = phone == null ? "" : phone.strip();
            email = email == null ? "" : email.strip();
            website = website == null ? "" : website.strip();
            if (isil != null && !isil.matches("[A-Za-z0-9/:-]{1,20}")) {
                throw new IllegalArgumentException("Not an ISIL: " + isil);
            }
            if (!website.isEmpty() && !website.matches("https?://\\S{3,290}")) {
                throw new IllegalArgumentException("Not a web address: " + website);
            }
            if (!email.isEmpty() && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,130}")) {
                throw new IllegalArgumentException("Not an e-mail address: " + email);
            }
            if (region.length() > 100 || phone.length() > 50) {
                throw new IllegalArgumentException("Region has at most 100 characters, phone 50");
            }
        }
    }

    public final void describe(LibraryCode under, Profile newProfile) {
        if (code().equals(under)) {
            throw new Refusal(MemberRefusal.OWN_PARENT);
        }
        parent = under;
        profile = newProfile;
    }

    public void suspend(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal(MemberRefusal.REASON_NEEDED);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " characters");
        }
        if (status == MembershipStatus.SUSPENDED) {
            throw new Refusal(MemberRefusal.LIBRARY_SUSPENDED, name());
        }
        status = MembershipStatus.SUSPENDED;
        statusReason = reason.strip();
    }

    public void readmit() {
        if (status != MembershipStatus.SUSPENDED) {
            throw new Refusal(MemberRefusal.LIBRARY_NOT_SUSPENDED, name());
        }
        status = MembershipStatus.ACTIVE;
        statusReason = "";
    }

    public final LibraryCode code() {
        return new LibraryCode(code);
    }

    public Optional<LibraryCode> parent() {
        return Optional.ofNullable(parent);
    }

    public Profile profile() {
        return profile;
    }

    public Label name() {
        return profile.name();
    }

    public MembershipStatus status() {
        return status;
    }

    public String statusReason() {
        return statusReason;
    }

    public boolean takesPart() {
        return status == MembershipStatus.ACTIVE;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public long version() {
        return version;
    }
}
