package org.consortium.loans.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.union.Barcode;

/**
 * What the desk tells after lending or renewing.
 *
 * @param owner the library the copy belongs to
 * @param renewalsLeft how often it may still be renewed
 * @param request the request it was lent for, where there was one
 * @param loans how many loans the reader has now
 * @param most how many she may have
 * @param again whether this was done a moment ago already, and nothing was done now
 */
public record LoanSlip(
        long loan,
        long reader,
        Barcode barcode,
        Label owner,
        String title,
        String callNumber,
        LocalDate due,
        int renewalsLeft,
        Optional<RequestNumber> request,
        int loans,
        int most,
        boolean again) {}
