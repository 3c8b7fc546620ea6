package org.consortium.catalog.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.CopyStatus;
import org.consortium.core.union.Description;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecord;

/**
 * All that is shown of one record: what it is, who says so, and where its copies are right now.
 *
 * @param record the record as it is known today; after a merge another one than was asked for
 * @param description what the elected contribution says
 * @param holdings the libraries that hold it, the best place to get it first
 * @param waiting requests that no copy is promised to yet
 */
public record RecordPage(
        UnionRecord record,
        Description description,
        List<Contributor> contributors,
        List<LibraryHolding> holdings,
        int waiting) {

    /** Whether an address with this id should lead on to {@link #record}'s own. */
    public boolean isSuccessorOf(RecordId asked) {
        return !record.id().equals(asked);
    }

    public int copies() {
        return holdings.stream().mapToInt(LibraryHolding::copies).sum();
    }

    public int onShelf() {
        return holdings.stream().mapToInt(LibraryHolding::onShelf).sum();
    }

    /** @param controlNumber the member's own number of its record */
    public record Contributor(
            long contribution,
            LibraryCode library,
            Label name,
            String controlNumber,
            Instant changedAt,
            boolean elected) {}

    /**
     * @param takesPart false while the library is suspended: its copies can be seen, not asked for
     * @param branches none where the library only says it holds the record
     */
    public record LibraryHolding(LibraryCode library, Label name, boolean takesPart, List<BranchHolding> branches) {

        public int copies() {
            return branches.stream().mapToInt(BranchHolding::copies).sum();
        }

        public int onShelf() {
            return branches.stream().mapToInt(BranchHolding::onShelf).sum();
        }

        /** Kilometres to its nearest branch with a copy, where they are known. */
        public Optional<Double> kilometres() {
            return branches.stream()
                    .flatMap(branch -> branch.kilometres().stream())
                    .min(Double::compare);
        }
    }

    /** @param kilometres from the branch asked from, where both places are known */
    public record BranchHolding(BranchCode branch, Label name, Optional<Double> kilometres, List<Shelf> shelves) {

        public int copies() {
            return shelves.stream().mapToInt(shelf -> shelf.copies().size()).sum();
        }

        public int onShelf() {
            return (int) shelves.stream()
                    .flatMap(shelf -> shelf.copies().stream())
                    .filter(CopyLine::isOnShelf)
                    .count();
        }
    }

    /** Copies that stand together. */
    public record Shelf(String callNumber, String shelf, List<CopyLine> copies) {}

    /** @param dueOn when it should be back, for a copy on loan */
    public record CopyLine(
            Barcode barcode,
            ItemClass itemClass,
            boolean inLibraryOnly,
            CopyStatus status,
            Instant since,
            Optional<LocalDate> dueOn) {

        public boolean isOnShelf() {
            return status == CopyStatus.ON_SHELF;
        }
    }
}
