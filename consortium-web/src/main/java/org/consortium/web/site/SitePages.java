package org.consortium.web.site;

import java.util.Locale;

/** The pages that are only read: what this is, the rules of lending, privacy, accessibility. */
enum SitePages {
    ABOUT,
    RULES,
    PRIVACY,
    ACCESSIBILITY;

    String path() {
        return "/" + template();
    }

    String template() {
        return name().toLowerCase(Locale.ROOT);
    }
}
