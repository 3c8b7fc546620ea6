package org.consortium.catalog.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.consortium.core.Refusal;
import org.consortium.core.member.Actor;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Trail;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a library puts a copy on its shelves. */
@Service
public class CopyDesk {

    private static final int LONGEST_CALL_NUMBER = 100;

    private final Copies copies;
    private final Branches branches;
    private final Trail trail;
    private final JdbcClient jdbc;

    CopyDesk(Copies copies, Branches branches, Trail trail, JdbcClient jdbc) {
        this.copies = copies;
        this.branches = branches;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /**
     * Adds a copy of a title the library holds.
     *
     * @param contribution the library's own record of the title
     * @param acquiredOn null where it is today
     * @throws Refusal when the record is another library's, the branch is, or the barcode is taken
     */
    @Transactional
    public Copy addCopy(
            long contribution,
            BranchCode branch,
            Barcode barcode,
            String callNumber,
            ItemClass itemClass,
            LocalDate acquiredOn,
            Actor by,
            Instant at) {
        var holding = holding(contribution, by);
        var place = branches.required(branch, holding.library());
        if (callNumber != null && callNumber.strip().length() > LONGEST_CALL_NUMBER) {
            throw new Refusal(IntakeRefusal.CALL_NUMBER_TOO_LONG, LONGEST_CALL_NUMBER);
        }
        if (copies.findByLibraryAndBarcode(holding.library(), barcode).isPresent()) {
            throw new Refusal(UnionRefusal.BARCODE_TAKEN, barcode);
        }
        var copy = copies.saveAndFlush(new Copy(
                contribution,
                holding.record(),
                holding.library(),
                branch,
                barcode,
                callNumber,
                itemClass,
                false,
                acquiredOn == null ? place.today(at) : acquiredOn,
                at));
        trail.note(by, at, "copy-added", "copy", copy.id(), holding.library(), barcode + " " + branch);
        return copy;
    }

    private Holding holding(long contribution, Actor by) {
        return jdbc.sql("select record, library from contribution where id = :id and not withdrawn")
                .param("id", contribution)
                .query((row, n) ->
                        new Holding(new RecordId(row.getString("record")), new LibraryCode(row.getString("library"))))
                .optional()
                .filter(holding -> !by.is(Actor.Kind.STAFF) || by.actsFor(holding.library()))
                .orElseThrow(() -> new Refusal(IntakeRefusal.CONTRIBUTION_NOT_FOUND, contribution));
    }

    private record Holding(RecordId record, LibraryCode library) {}
}
