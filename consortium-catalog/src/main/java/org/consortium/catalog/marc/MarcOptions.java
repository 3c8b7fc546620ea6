package org.consortium.catalog.marc;

/**
 * What the sender says of a file; what is null is found out record by record.
 *
 * @param family null to detect it
 * @param encoding UTF-8, GB18030 (or GBK), Big5, MARC-8, ISO-5426 or windows-1252; null to detect it
 * @param items where copies are told of, where the library has said so; null to know the field by its looks
 * @param startAt number of the first record wanted, counting from 1; what comes before is skipped, 0 skips nothing
 */
public record MarcOptions(MarcFamily family, String encoding, ItemField items, int startAt) {

    public MarcOptions(MarcFamily family, String encoding, int startAt) {
        this(family, encoding, null, startAt);
    }

    public MarcOptions {
        if (encoding != null) {
            encoding = encoding.isBlank() ? null : MarcEncoding.named(encoding).label();
        }
        startAt = Math.max(startAt, 1);
    }

    public static MarcOptions detect() {
        return new MarcOptions(null, null, 1);
    }

    public MarcOptions from(int recordNumber) {
        return new MarcOptions(family, encoding, items, recordNumber);
    }
}
