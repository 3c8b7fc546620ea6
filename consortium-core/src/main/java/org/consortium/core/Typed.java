package org.consortium.core;

import java.text.Normalizer;

/** What people type and scanners send: with a Chinese input method switched on, letters and digits come as wide as Han characters. */
public final class Typed {

    /** The same text in plain letters, digits and dashes, without what surrounds it: ３３０１ becomes 3301. */
    public static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Pd}|−", "-")
                .strip();
    }

    private Typed() {}
}
