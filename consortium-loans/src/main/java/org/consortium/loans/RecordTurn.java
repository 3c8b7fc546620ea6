package org.consortium.loans;

import org.consortium.core.Refusal;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.RecordLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is with a record's copies: whoever gives, lends or takes one waits for those before, until the end of their
 * transaction. So a copy that comes back and a reader who begins to wait cannot miss each other. It is taken after the
 * reader's row and before any copy or request is read.
 */
@Component
public class RecordTurn {

    private final RecordLocks locks;
    private final JdbcClient jdbc;

    RecordTurn(RecordLocks locks, JdbcClient jdbc) {
        this.locks = locks;
        this.jdbc = jdbc;
    }

    public void take(RecordId record) {
        locks.take(record);
    }

    /** The turn of the record this request is for. */
    public void take(RequestNumber request) {
        take(jdbc.sql("select record from request where number = :number")
                .param("number", request.value())
                .query((row, n) -> new RecordId(row.getString("record")))
                .optional()
                .orElseThrow(() -> new Refusal(RequestRefusal.REQUEST_NOT_FOUND, request)));
    }

    /** The turn of the record this copy is of. */
    public void takeOfCopy(long copy) {
        jdbc.sql("select record from copy where id = :copy")
                .param("copy", copy)
                .query((row, n) -> new RecordId(row.getString("record")))
                .optional()
                .ifPresent(this::take);
    }
}
