package org.consortium.web.desk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consortium.core.union.Barcode;

/**
 * What goes on at one desk: the branch it stands at, the reader being served, and what passed through the librarian's
 * hands. It lives in her session, so two desks of a library do not mix.
 */
class Sitting implements Serializable {

    static final String NAME = "sitting";

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 40;

    private String branch;
    private String card;
    private boolean returnsOnly;
    private final ArrayList<DeskLine> lines = new ArrayList<>();

    void standAt(String code) {
        branch = code;
    }

    /** A reader comes to the desk; the slip of the one before is done with. */
    void serve(String cardNumber) {
        if (!cardNumber.equals(card)) {
            lines.removeIf(DeskLine::ofReader);
        }
        card = cardNumber;
        returnsOnly = false;
    }

    void nextReader() {
        card = null;
        lines.clear();
        returnsOnly = false;
    }

    void takeReturnsOnly(boolean only) {
        returnsOnly = only;
    }

    void add(DeskLine line) {
        lines.add(0, line);
        if (lines.size() > MOST_LINES) {
            lines.remove(lines.size() - 1);
        }
    }

    /** The last line that can be undone. */
    Optional<DeskLine> undoable() {
        return lines.stream().filter(DeskLine::canBeUndone).findFirst();
    }

    /** The last line with this copy, where it can be undone. */
    Optional<DeskLine> undoable(Barcode copy) {
        return lines.stream()
                .filter(DeskLine::canBeUndone)
                .filter(line -> line.barcode().equals(copy.value()))
                .findFirst();
    }

    void undone(DeskLine line, DeskLine instead) {
        lines.replaceAll(other -> other.equals(line) ? instead : other);
    }

    Optional<String> branch() {
        return Optional.ofNullable(branch);
    }

    Optional<String> card() {
        return Optional.ofNullable(card);
    }

    boolean isReturnsOnly() {
        return returnsOnly;
    }

    List<DeskLine> lines() {
        return List.copyOf(lines);
    }
}
