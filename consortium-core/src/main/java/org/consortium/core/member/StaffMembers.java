package org.consortium.core.member;

import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Everyone who works at a member library. */
public interface StaffMembers extends JpaRepository<Staff, Long> {

    Optional<Staff> findByLogin(String login);

    List<Staff> findByLibraryOrderByLogin(LibraryCode library);

    List<Staff> findAllByOrderByLibraryAscLoginAsc();

    @Query("select count(s) from Staff s join s.roles r where r = COUNCIL_ADMIN and s.active")
    long activeCouncilAdmins();

    default Staff required(String login) {
        return findByLogin(login).orElseThrow(() -> new Refusal(MemberRefusal.STAFF_NOT_FOUND));
    }

    default Staff required(long id) {
        return findById(id).orElseThrow(() -> new Refusal(MemberRefusal.STAFF_NOT_FOUND));
    }
}
