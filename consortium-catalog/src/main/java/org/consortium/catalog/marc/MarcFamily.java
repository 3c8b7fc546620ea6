package org.consortium.catalog.marc;

/** The two families of MARC formats; CNMARC is China's UNIMARC. */
public enum MarcFamily {
    MARC21,
    UNIMARC
}
