package org.consortium.web.desk;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing that passed through the librarian's hands, as the desk tells it.
 *
 * @param mark the shape of its state: done, move, ok, stop, wait
 * @param result what happened, in words
 * @param next what to do with the copy now, in words
 * @param due the day it is due, for loans and renewals, else null
 * @param loan the loan it can be undone by, else null; never shown
 * @param request the number of the request it is for, or the empty text
 * @param kind the short word of the receipt: lent, renewed, returned, moved, stopped, undone
 */
record DeskLine(
        Instant at,
        String kind,
        String title,
        String barcode,
        String callNumber,
        String mark,
        String result,
        LocalDate due,
        String next,
        Long loan,
        String request)
        implements Serializable {

    /** Whether it concerns the reader who is served, and goes when the next one comes. */
    boolean ofReader() {
        return kind.equals("lent") || kind.equals("renewed") || isStopped();
    }

    public boolean canBeUndone() {
        return loan != null && kind.equals("lent");
    }

    public boolean isStopped() {
        return kind.equals("stopped");
    }

    public boolean isOnReceipt() {
        return kind.equals("lent") || kind.equals("renewed") || kind.equals("returned");
    }
}
