package org.consortium.loans.report;

/** The consortium in five numbers; loans and requests of the last twelve months. */
public record Totals(long titles, long copies, long readers, long loans, long requests) {}
