package org.consortium.core.union;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All copies of all libraries. */
public interface Copies extends JpaRepository<Copy, Long> {

    Optional<Copy> findByLibraryAndBarcode(LibraryCode library, Barcode barcode);

    List<Copy> findByBarcode(Barcode barcode);

    List<Copy> findByRecord(RecordId record);

    /** Holds the copy until the end of the transaction: whoever comes second sees what the first has done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Copy c where c.id = :id")
    Optional<Copy> lockById(long id);

    default Copy required(long id) {
        return findById(id).orElseThrow(() -> new Refusal(UnionRefusal.COPY_NOT_FOUND, id));
    }

    default Copy locked(long id) {
        return lockById(id).orElseThrow(() -> new Refusal(UnionRefusal.COPY_NOT_FOUND, id));
    }

    /** A copy of this library; another library's is not found. */
    default Copy required(LibraryCode library, Barcode barcode) {
        return findByLibraryAndBarcode(library, barcode)
                .orElseThrow(() -> new Refusal(UnionRefusal.COPY_NOT_FOUND, barcode));
    }

    /**
     * The copy meant by a scan at a desk: any member's book may be handed in. Where two libraries use the same barcode
     * the desk's own is meant, and where neither is its own the desk must say.
     */
    default Copy scanned(Barcode barcode, LibraryCode desk) {
        var found = findByBarcode(barcode);
        if (found.isEmpty()) {
            throw new Refusal(UnionRefusal.COPY_NOT_FOUND, barcode);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        return found.stream()
                .filter(copy -> copy.library().equals(desk))
                .findFirst()
                .orElseThrow(() -> new Refusal(UnionRefusal.BARCODE_AT_SEVERAL_LIBRARIES, barcode));
    }
}
