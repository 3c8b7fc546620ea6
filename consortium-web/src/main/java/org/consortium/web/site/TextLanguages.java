package org.consortium.web.site;

import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** In which language a text of a record is, as BCP 47 names it: screen readers speak by it, and characters take their shape. */
@Component
final class TextLanguages {

    /** Records say all sorts of things where a language is expected. */
    private static final Pattern CODE = Pattern.compile("(?!und)[a-z]{2,3}");

    private static final Map<String, Set<UnicodeScript>> OF_SEVERAL_SCRIPTS = Map.of(
            "Hans", EnumSet.of(UnicodeScript.HAN),
            "Hant", EnumSet.of(UnicodeScript.HAN),
            "Jpan", EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            "Kore", EnumSet.of(UnicodeScript.HANGUL, UnicodeScript.HAN));

    /**
     * Null where the text is in the language of the page, and where nobody can tell.
     *
     * @param codes the languages of the record, as catalogues write them; the first that is written so
     */
    public String in(String text, List<String> codes) {
        var script = script(text);
        return codes.stream()
                .filter(code -> CODE.matcher(code).matches())
                .map(code -> tag(LanguageNames.tag(code), script))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(tag -> !tag.equals(LocaleContextHolder.getLocale().getLanguage()))
                .orElse(null);
    }

    private static String tag(String language, UnicodeScript script) {
        var usual = ULocale.addLikelySubtags(new ULocale(language)).getScript();
        if (usual.isEmpty()) {
            return null;
        }
        if (scripts(usual).contains(script)) {
            return language;
        }
        return script == UnicodeScript.LATIN ? language + "-Latn" : null;
    }

    /** None where the script is one that Java does not know. */
    private static Set<UnicodeScript> scripts(String usual) {
        if (OF_SEVERAL_SCRIPTS.containsKey(usual)) {
            return OF_SEVERAL_SCRIPTS.get(usual);
        }
        try {
            return EnumSet.of(UnicodeScript.forName(usual));
        } catch (IllegalArgumentException unknown) {
            return Set.of();
        }
    }

    /** Of its first letter. */
    private static UnicodeScript script(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .findFirst()
                .orElse(UnicodeScript.COMMON);
    }
}
