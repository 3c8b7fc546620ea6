package org.consortium.core.card;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.MemberRefusal;

/** A person (or class, or institution) who borrows; loans and requests point to the reader, never to a card. */
@Entity
public class Reader {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALIAS_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ALIAS_LENGTH = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private LibraryCode homeLibrary;

    private String name;

    private String alias;

    @Enumerated(EnumType.STRING)
    private ReaderClass readerClass;

    private String pinHash;

    private String phone = "";

    private String email = "";

    private BranchCode usualBranch;

    private boolean keepHistory;

    private LocalDate blockedUntil;

    private String blockReason = "";

    private LocalDate joinedOn;

    @Version
    private long version;

    protected Reader() {}

    public Reader(LibraryCode homeLibrary, String name, ReaderClass readerClass, String pinHash, LocalDate joinedOn) {
        this.homeLibrary = homeLibrary;
        describe(name, readerClass);
        this.alias = newAlias();
        this.pinHash = pinHash;
        this.joinedOn = joinedOn;
    }

    public final void describe(String newName, ReaderClass newClass) {
        if (newName == null || newName.isBlank() || newName.strip().length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A reader's name has 1 to 100 characters");
        }
        name = newName.strip();
        readerClass = newClass;
    }

    public void reachedBy(String newPhone, String newEmail) {
        phone = newPhone == null ? "" : newPhone.strip();
        email = newEmail == null ? "" : newEmail.strip();
        if (phone.length() > 40 || !email.isEmpty() && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,130}")) {
            throw new IllegalArgumentException("Not a phone number or e-mail address");
        }
    }

    /** Where this reader usually collects: offered first. */
    public void collectsAt(BranchCode branch) {
        usualBranch = branch;
    }

    public void changePin(String newHash) {
        pinHash = newHash;
    }

    /** Blocks every card of this reader at every library up to and including the day. */
    public void block(LocalDate until, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal(MemberRefusal.REASON_NEEDED);
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most 300 characters");
        }
        blockedUntil = until;
        blockReason = reason.strip();
    }

    public void unblock() {
        blockedUntil = null;
        blockReason = "";
    }

    public void keepHistory(boolean keep) {
        keepHistory = keep;
    }

    private static String newAlias() {
        var letters = new StringBuilder(ALIAS_LENGTH);
        for (int i = 0; i < ALIAS_LENGTH; i++) {
            letters.append(ALIAS_LETTERS.charAt(RANDOM.nextInt(ALIAS_LETTERS.length())));
        }
        return letters.toString();
    }

    public long id() {
        return id;
    }

    public LibraryCode homeLibrary() {
        return homeLibrary;
    }

    public String name() {
        return name;
    }

    /** What other libraries' staff see instead of the name. */
    public String alias() {
        return alias;
    }

    public ReaderClass readerClass() {
        return readerClass;
    }

    public String pinHash() {
        return pinHash;
    }

    public String phone() {
        return phone;
    }

    public String email() {
        return email;
    }

    public Optional<BranchCode> usualBranch() {
        return Optional.ofNullable(usualBranch);
    }

    public boolean keepsHistory() {
        return keepHistory;
    }

    public boolean isBlockedOn(LocalDate day) {
        return blockedUntil != null && !day.isAfter(blockedUntil);
    }

    public Optional<LocalDate> blockedUntil() {
        return Optional.ofNullable(blockedUntil);
    }

    public String blockReason() {
        return blockReason;
    }

    public LocalDate joinedOn() {
        return joinedOn;
    }

    public Actor actor() {
        return Actor.reader(id, homeLibrary);
    }

    public long version() {
        return version;
    }
}
