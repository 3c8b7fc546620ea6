/**
 * Reading lists of titles as people keep them in spreadsheets, CSV or XLSX: rows of cells, and what each column tells. It
 * knows nothing of the catalogue.
 */
package org.consortium.catalog.sheet;
