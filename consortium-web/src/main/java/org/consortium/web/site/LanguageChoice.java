package org.consortium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Remembers in a cookie which language somebody chose; before a choice the browser's preference counts. */
class LanguageChoice extends CookieLocaleResolver {

    /** A link to any page may carry it: {@code ?lang=en}. */
    static final String PARAMETER = "lang";

    private static final Duration A_YEAR = Duration.ofDays(365);

    LanguageChoice() {
        super("lang");
        setCookieMaxAge(A_YEAR);
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setDefaultLocaleFunction(LanguageChoice::preferred);
    }

    @Override
    protected Locale parseLocaleValue(String tag) {
        return Language.of(Locale.forLanguageTag(tag)).locale();
    }

    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Language.CHINESE.locale();
        }
        return Language.preferred(Collections.list(request.getLocales())).locale();
    }
}
