package org.consortium.core.member;

import java.util.List;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All member libraries. */
public interface Libraries extends JpaRepository<Library, String> {

    @Query("select l from Library l order by l.parent nulls first, l.code")
    List<Library> inOrder();

    boolean existsByProfileIsilAndCodeNot(String isil, String code);

    default Library required(LibraryCode code) {
        return findById(code.value()).orElseThrow(() -> new Refusal(MemberRefusal.LIBRARY_NOT_FOUND, code));
    }

    default boolean has(LibraryCode code) {
        return existsById(code.value());
    }
}
