package org.consortium.catalog.marc;

/** Inside this package: this record cannot be read, and why; the file goes on. */
final class UnreadableRecord extends Exception {

    private static final long serialVersionUID = 1L;

    private final MarcReject reason;

    UnreadableRecord(MarcReject reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    MarcReject reason() {
        return reason;
    }
}
