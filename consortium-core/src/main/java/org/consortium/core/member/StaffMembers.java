package org.consortium.core.member;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Everyone who works at a member library. */
public interface StaffMembers extends JpaRepository<Staff, Long> {

    Optional<Staff> findByLogin(String login);

    List<Staff> findByLibraryOrderByLogin(LibraryCode library);

    List<Staff> findAllByOrderByLibraryAscLoginAsc();

    /** Holds those who can let others in until the end of the transaction, so that two of them cannot send each other away. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Staff s join s.roles r where s.active and r = COUNCIL_ADMIN order by s.id")
    List<Staff> lockedCouncilAdmins();

    default Staff required(String login) {
        return findByLogin(login).orElseThrow(() -> new Refusal(MemberRefusal.STAFF_NOT_FOUND));
    }

    default Staff required(long id) {
        return findById(id).orElseThrow(() -> new Refusal(MemberRefusal.STAFF_NOT_FOUND));
    }
}
