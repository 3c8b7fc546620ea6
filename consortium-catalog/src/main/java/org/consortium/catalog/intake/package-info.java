/**
 * How members' records come into the union catalogue: jobs with progress, rejects and resumption, and the single record
 * or copy added by hand. Nothing stops for one bad record, and nothing a member sent is altered.
 */
package org.consortium.catalog.intake;
