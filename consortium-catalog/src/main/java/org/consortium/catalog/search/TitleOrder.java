package org.consortium.catalog.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HexFormat;
import org.consortium.core.union.Description;

/** The place of a title among all titles: Chinese by pinyin before other scripts, Latin ones without their leading article. */
final class TitleOrder {

    private static final Collator PINYIN =
            Collator.getInstance(new ULocale("zh-u-co-pinyin")).freeze();

    private static final int LONGEST = 60;

    private TitleOrder() {}

    /** A text whose plain order is the order of titles, in any engine. */
    static String of(Description description) {
        var title = Articles.without(description.title()) + " " + description.part() + " " + description.subtitle();
        var beginning = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
        return HexFormat.of().formatHex(PINYIN.getCollationKey(beginning).toByteArray());
    }
}
