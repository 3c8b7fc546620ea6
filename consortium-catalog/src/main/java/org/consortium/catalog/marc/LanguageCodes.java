package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gathers the languages of a text as ISO 639-2/B codes. */
final class LanguageCodes {

    /** Codes for "none", "several", "unknown": they say no language. */
    private static final Set<String> NONE = Set.of("und", "zxx", "mul", "mis", "xxx", "nnn");

    /** ISO 639-2/T and withdrawn codes, beside those of 639-2/B that catalogues use. */
    private static final Map<String, String> OTHER_SPELLING = Map.ofEntries(
            Map.entry("zho", "chi"),
            Map.entry("cmn", "chi"),
            Map.entry("fra", "fre"),
            Map.entry("deu", "ger"),
            Map.entry("bod", "tib"),
            Map.entry("ces", "cze"),
            Map.entry("ell", "gre"),
            Map.entry("eus", "baq"),
            Map.entry("fas", "per"),
            Map.entry("hye", "arm"),
            Map.entry("isl", "ice"),
            Map.entry("kat", "geo"),
            Map.entry("mkd", "mac"),
            Map.entry("mri", "mao"),
            Map.entry("msa", "may"),
            Map.entry("mya", "bur"),
            Map.entry("nld", "dut"),
            Map.entry("ron", "rum"),
            Map.entry("slk", "slo"),
            Map.entry("sqi", "alb"),
            Map.entry("cym", "wel"),
            Map.entry("scr", "hrv"),
            Map.entry("scc", "srp"));

    private final Set<String> found = new LinkedHashSet<>();

    /** One code, or several run together as older records have them (engfre). */
    void add(String codes) {
        var text = codes.strip().toLowerCase(Locale.ROOT);
        if (text.length() % 3 != 0 || !text.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return;
        }
        for (int i = 0; i < text.length(); i += 3) {
            var code = text.substring(i, i + 3);
            if (!NONE.contains(code)) {
                found.add(OTHER_SPELLING.getOrDefault(code, code));
            }
        }
    }

    List<String> all() {
        return new ArrayList<>(found);
    }
}
