package org.consortium.core.ill;

import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All requests of the consortium. */
public interface Requests extends JpaRepository<Request, String> {

    @Query(value = "select nextval('request_number')", nativeQuery = true)
    long nextNumber();

    @Query("select r from Request r where r.reader = :reader and r.record = :record and r.phase <> CLOSED")
    Optional<Request> openOf(long reader, RecordId record);

    /** The request a copy is promised to, travels for, or is lent for. */
    @Query("""
            select r from Request r join r.attempts a
            where a.copy = :copy and r.phase <> CLOSED
              and a.state not in (HOME, PASSED_ON, DECLINED, TIMED_OUT, WITHDRAWN, LOST)
            """)
    Optional<Request> goingOfCopy(long copy);

    default Request required(RequestNumber number) {
        return findById(number.value()).orElseThrow(() -> new Refusal(RequestRefusal.REQUEST_NOT_FOUND, number));
    }

    /** A request this library borrows or lends for; another is not found. */
    default Request required(RequestNumber number, LibraryCode library) {
        return findById(number.value())
                .filter(request -> request.borrower().equals(library)
                        || request.attempts().stream()
                                .anyMatch(attempt -> attempt.lender().equals(library)))
                .orElseThrow(() -> new Refusal(RequestRefusal.REQUEST_NOT_FOUND, number));
    }

    /** A request of this reader; another's is not found. */
    default Request required(RequestNumber number, long reader) {
        return findById(number.value())
                .filter(request -> request.reader().filter(of -> of == reader).isPresent())
                .orElseThrow(() -> new Refusal(RequestRefusal.REQUEST_NOT_FOUND, number));
    }
}
