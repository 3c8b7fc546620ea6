package org.consortium.core.loan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.consortium.core.member.BranchCode;
import org.consortium.core.union.Copy;

/** A copy on its way from one branch to another (在途). */
@Entity
public class Transit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long copy;

    private BranchCode fromBranch;

    private BranchCode toBranch;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private Instant sentAt;

    private Instant arrivedAt;

    @Version
    private long version;

    protected Transit() {}

    public Transit(Copy copy, BranchCode from, BranchCode to, Purpose purpose, Instant at) {
        this.copy = copy.id();
        this.fromBranch = from;
        this.toBranch = to;
        this.purpose = purpose;
        this.sentAt = at;
    }

    /** Why a copy travels. */
    public enum Purpose {
        /** To the reader who asked for it. */
        PICKUP,
        /** Back to its own branch. */
        HOME
    }

    public void arrive(Instant at) {
        arrivedAt = at;
    }

    public long id() {
        return id;
    }

    public long copy() {
        return copy;
    }

    public BranchCode from() {
        return fromBranch;
    }

    public BranchCode to() {
        return toBranch;
    }

    public Purpose purpose() {
        return purpose;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }
}
