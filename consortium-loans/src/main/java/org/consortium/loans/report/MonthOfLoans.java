package org.consortium.loans.report;

import java.time.YearMonth;

/** Loans of one month in the whole consortium. */
public record MonthOfLoans(YearMonth month, long loans) {}
