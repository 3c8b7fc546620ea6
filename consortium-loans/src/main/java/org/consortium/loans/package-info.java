/**
 * How cards, loans and requests work day to day.
 *
 * <p>What is scarce, and what guards it: a copy serves one request and one loan at a time. Everything that gives, lends or
 * takes a copy first takes its record's turn ({@link org.consortium.loans.RecordTurn}), in the lock order reader, record's
 * turn, copy, request. Partial unique indexes of the database are the last guard; {@link org.consortium.loans.DeskWork} then
 * looks again.
 */
package org.consortium.loans;
