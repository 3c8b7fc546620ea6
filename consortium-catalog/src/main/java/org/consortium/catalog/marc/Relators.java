package org.consortium.catalog.marc;

import java.util.Map;

/** What part a name has in a work: UNIMARC's numbers become the codes MARC 21 uses, words stay as printed. */
final class Relators {

    /** UNIMARC Appendix C beside MARC Code List for Relators. */
    private static final Map<String, String> UNIMARC = Map.ofEntries(
            Map.entry("005", "act"),
            Map.entry("010", "adp"),
            Map.entry("020", "ann"),
            Map.entry("030", "arr"),
            Map.entry("040", "art"),
            Map.entry("070", "aut"),
            Map.entry("075", "aft"),
            Map.entry("080", "aui"),
            Map.entry("100", "ant"),
            Map.entry("180", "ctg"),
            Map.entry("205", "clb"),
            Map.entry("220", "com"),
            Map.entry("230", "cmp"),
            Map.entry("250", "cnd"),
            Map.entry("273", "cur"),
            Map.entry("300", "drt"),
            Map.entry("340", "edt"),
            Map.entry("390", "fmo"),
            Map.entry("440", "ill"),
            Map.entry("470", "ivr"),
            Map.entry("480", "lbt"),
            Map.entry("520", "lyr"),
            Map.entry("530", "mte"),
            Map.entry("545", "mus"),
            Map.entry("550", "nrt"),
            Map.entry("590", "prf"),
            Map.entry("600", "pht"),
            Map.entry("610", "prt"),
            Map.entry("630", "pro"),
            Map.entry("650", "pbl"),
            Map.entry("651", "pbd"),
            Map.entry("690", "aus"),
            Map.entry("710", "rsp"),
            Map.entry("727", "ths"),
            Map.entry("730", "trl"),
            Map.entry("750", "ils"));

    private Relators() {}

    static String unimarc(String code) {
        return UNIMARC.getOrDefault(code, code.matches("\\d{3}") ? "" : code);
    }

    /** MARC 21: a code, or the address of one (http://id.loc.gov/vocabulary/relators/aut). */
    static String marc21(String code) {
        var last = code.substring(code.lastIndexOf('/') + 1);
        return last.matches("[a-z]{3}") ? last : "";
    }
}
