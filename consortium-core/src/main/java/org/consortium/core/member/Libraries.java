package org.consortium.core.member;

import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** All member libraries. */
public interface Libraries extends JpaRepository<Library, String> {

    /** As people name them: the city library first, the universities and institutes after the public libraries. */
    default List<Library> inOrder() {
        return findAll().stream()
                .sorted(Comparator.<Library, LibraryKind>comparing(
                                library -> library.profile().kind())
                        .thenComparing(library -> library.code().value()))
                .toList();
    }

    /** Holds the whole tree until the end of the transaction, so that two changes of it cannot make a ring. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Library l order by l.code")
    List<Library> lockedTree();

    boolean existsByProfileIsilAndCodeNot(String isil, String code);

    default Library required(LibraryCode code) {
        return findById(code.value()).orElseThrow(() -> new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, code));
    }

    default boolean has(LibraryCode code) {
        return existsById(code.value());
    }
}
