package org.consortium.core.member;

import java.util.Collection;
import java.util.List;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All branches of all libraries. */
public interface Branches extends JpaRepository<Branch, String> {

    List<Branch> findByLibraryOrderByCode(LibraryCode library);

    List<Branch> findAllByOrderByLibraryAscCodeAsc();

    /** These branches with their calendars, in one question. */
    @Query(
            "select distinct b from Branch b left join fetch b.hours left join fetch b.closedDays where b.code in :codes")
    List<Branch> withCalendars(Collection<String> codes);

    /** The branch with its hours and closed days read, for a page to show. */
    default Branch withCalendar(BranchCode code) {
        return withCalendars(List.of(code.value())).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(MemberRefusal.BRANCH_NOT_FOUND, code));
    }

    default Branch required(BranchCode code) {
        return findById(code.value()).orElseThrow(() -> new Refusal(MemberRefusal.BRANCH_NOT_FOUND, code));
    }

    /** A branch of this library; another library's is not found. */
    default Branch required(BranchCode code, LibraryCode of) {
        return findById(code.value())
                .filter(branch -> branch.library().equals(of))
                .orElseThrow(() -> new Refusal(MemberRefusal.BRANCH_NOT_FOUND, code));
    }
}
