/**
 * Reading catalogue records as libraries exchange them: ISO 2709 and MARCXML, MARC 21 and UNIMARC/CNMARC, in the
 * encodings they really come in. What cannot be read is told with position and reason; nothing stops a file.
 */
package org.consortium.catalog.marc;
