package org.consortium.catalog.search;

import java.util.regex.Pattern;
import org.consortium.catalog.text.Folding;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How folded text becomes terms: words, and pairs of Chinese characters. Single characters are in the index too, but are
 * asked for only alone. Any engine has these two pieces; everything particular happens in {@link Folding} before.
 */
public final class Analysis implements LuceneAnalysisConfigurer {

    static final String TEXT = "text";
    static final String QUERY = "query";

    /** Every character by itself, to find what is like a word that is nowhere. */
    static final String SINGLE = "single";

    /** A Chinese, Japanese or Korean character and something else after it. */
    private static final Pattern MORE_AFTER_CHARACTERS = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}][^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

    /** What the tokeniser does not part into characters; only the filter of the index does. */
    private static final Pattern KEPT_TOGETHER = Pattern.compile("[\\p{IsKatakana}\\p{IsHangul}]");

    /**
     * How a phrase becomes terms. Pairs alone take one place less than their characters, so what follows them would be
     * looked for one place too early; there the single characters hold the places as they do in the index.
     */
    static String ofPhrase(String folded) {
        if (!MORE_AFTER_CHARACTERS.matcher(folded).find()) {
            return QUERY;
        }
        return KEPT_TOGETHER.matcher(folded).find() ? TEXT : SINGLE;
    }

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(TEXT)
                .custom()
                .tokenizer("standard")
                .tokenFilter("cjkBigram")
                .param("outputUnigrams", "true");
        context.analyzer(SINGLE).custom().tokenizer("standard");
        context.analyzer(QUERY).custom().tokenizer("standard").tokenFilter("cjkBigram");
    }
}
