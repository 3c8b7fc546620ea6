package org.consortium.loans;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.consortium.core.Refusal;
import org.consortium.core.loan.LoanRefusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One piece of work at a desk: it is done whole or not at all. When another desk was quicker it looks again, a few times,
 * with what that desk has left.
 */
@Component
public class DeskWork {

    private static final int TRIES = 5;

    /** The constraints that guard what only one can have; any other violation is a mistake of ours and is not tried again. */
    private static final Pattern SCARCE = Pattern.compile("attempt_one_for_copy|attempt_one_going|loan_one_open"
            + "|transit_one_open|request_once|request_step_request_position_key|attempt_request_position_key"
            + "|reader_alias_key|reader_card_one_in_use|reader_card_pkey");

    private final TransactionTemplate transaction;

    DeskWork(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    public <T> T done(Supplier<T> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (ConcurrencyFailureException quicker) {
                giveUpAfter(tried);
            } catch (DataIntegrityViolationException taken) {
                if (!SCARCE.matcher(String.valueOf(taken.getMessage())).find()) {
                    throw taken;
                }
                giveUpAfter(tried);
            }
        }
    }

    private static void giveUpAfter(int tried) {
        if (tried == TRIES) {
            throw new Refusal(LoanRefusal.SOMEBODY_WAS_QUICKER);
        }
    }
}
