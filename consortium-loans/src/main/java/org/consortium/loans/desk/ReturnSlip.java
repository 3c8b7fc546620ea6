package org.consortium.loans.desk;

import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.member.BranchCode;
import org.consortium.core.union.Barcode;
import org.consortium.loans.request.OddReturn;
import org.consortium.loans.request.Onward;

/**
 * What the desk does with a copy it has taken back.
 *
 * @param loan the loan that ended, where there was one
 * @param daysLate days after the due date, 0 when in time
 * @param to where the copy goes, or where it is when it stays
 * @param courier when the van calls here, as people say it
 * @param request the request it is for now, or was for
 * @param waiting the reader who waits for it, where it is set aside or sent on: by name for her pickup library's staff, else by
 *     alias
 */
public record ReturnSlip(
        Optional<Long> loan,
        Barcode barcode,
        Label owner,
        String title,
        String callNumber,
        Onward.Next next,
        BranchCode toBranch,
        Label to,
        String courier,
        Optional<RequestNumber> request,
        Optional<String> waiting,
        long daysLate,
        Optional<OddReturn> odd) {}
