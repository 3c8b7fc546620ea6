package org.consortium.catalog.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The encodings records come in. */
enum MarcEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    /** Mainland China's, with GBK and GB2312 inside it. */
    GB18030("GB18030", Charset.forName("GB18030")),
    /** Taiwan's and Hong Kong's. */
    BIG5("Big5", Charset.isSupported("x-windows-950") ? Charset.forName("x-windows-950") : Charset.forName("Big5")),
    /** MARC 21's own before Unicode: ASCII, ANSEL and sets called by escape sequences. */
    MARC_8("MARC-8", null),
    /** UNIMARC's own before Unicode: the extended Latin set for bibliographic use. */
    ISO_5426("ISO-5426", null),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    private final String label;
    private final Charset charset;

    MarcEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    String label() {
        return label;
    }

    /** Null where Java has no such charset and marc4j converts. */
    Charset charset() {
        return charset;
    }

    static MarcEncoding named(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT).replace("_", "-")) {
            case "UTF-8", "UTF8", "UNICODE" -> UTF_8;
            case "GB18030", "GBK", "GB2312", "GB-2312", "CP936", "MS936", "EUC-CN" -> GB18030;
            case "BIG5", "BIG-5", "BIG5-HKSCS", "CP950", "MS950", "X-WINDOWS-950" -> BIG5;
            case "MARC-8", "MARC8", "ANSEL" -> MARC_8;
            case "ISO-5426", "ISO5426" -> ISO_5426;
            case "WINDOWS-1252", "CP1252", "ISO-8859-1", "LATIN1", "LATIN-1" -> WINDOWS_1252;
            default -> throw new IllegalArgumentException("Not an encoding of catalogue records we read: " + name);
        };
    }
}
