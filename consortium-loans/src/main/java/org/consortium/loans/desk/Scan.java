package org.consortium.loans.desk;

import java.util.Locale;
import java.util.regex.Pattern;
import org.consortium.core.Typed;
import org.consortium.core.card.CardNumber;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.union.Barcode;

/** What was typed or scanned into the one box of the desk. */
public sealed interface Scan {

    /** {@code /r} only returns, {@code /x} undo the last, {@code /p} print, {@code /e} next reader. */
    enum Command implements Scan {
        RETURNS,
        UNDO,
        PRINT,
        NEXT_READER
    }

    record OfCard(CardNumber card) implements Scan {}

    record OfCopy(Barcode barcode) implements Scan {}

    record OfRequest(RequestNumber request) implements Scan {}

    /** Nothing the desk knows; the text as it was typed, shortened. */
    record Unknown(String text) implements Scan {}

    Pattern DIGITS = Pattern.compile("\\d{13}");

    Pattern REQUEST = Pattern.compile("(?i)r-\\d{6}-\\d{4,9}");

    /** The key of the stroke writes 、 while a Chinese input method is on. */
    Pattern COMMAND = Pattern.compile("[/、].*");

    int LONGEST = 60;

    /** A card is thirteen digits, a request R-251121-0417; anything else of letters, digits, points, strokes is a barcode. */
    static Scan read(String text) {
        var typed = text == null ? "" : Typed.narrow(text);
        if (COMMAND.matcher(typed).matches()) {
            return command(typed);
        }
        var digits = typed.replaceAll("[\\s-]", "");
        if (DIGITS.matcher(digits).matches() && new CardNumber(digits).isReadAtDesks()) {
            return new OfCard(new CardNumber(digits));
        }
        if (REQUEST.matcher(typed).matches()) {
            return new OfRequest(new RequestNumber(typed));
        }
        try {
            return new OfCopy(new Barcode(typed));
        } catch (IllegalArgumentException notABarcode) {
            return unknown(typed);
        }
    }

    private static Scan command(String typed) {
        return switch (typed.replaceFirst("、", "/").toLowerCase(Locale.ROOT)) {
            case "/r" -> Command.RETURNS;
            case "/x" -> Command.UNDO;
            case "/p" -> Command.PRINT;
            case "/e" -> Command.NEXT_READER;
            default -> unknown(typed);
        };
    }

    private static Unknown unknown(String typed) {
        return new Unknown(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
    }
}
