package org.consortium.catalog.intake;

import org.consortium.core.union.Barcode;
import org.consortium.core.union.RecordId;

/** A barcode that was given to a copy of a list, to be printed and stuck on it. */
public record GivenBarcode(Barcode barcode, RecordId record, String title, String callNumber) {}
