/**
 * Which contributions describe the same publication: evidence, vetoes and a decision that is stored with its reasons.
 * Matching finds, validation protects: a shared number alone never joins two records.
 */
package org.consortium.catalog.matching;
