package org.consortium.web.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;

/** How somebody looks at a page: the width of the screen in CSS pixels, by day or by lamp, with or without scripts. */
public record Look(int width, ColorScheme theme, boolean scripts) {

    public static final Look PHONE = new Look(360, ColorScheme.LIGHT, true);
    public static final Look DESK = new Look(1440, ColorScheme.LIGHT, true);

    public Look dark() {
        return new Look(width, ColorScheme.DARK, scripts);
    }

    public Look withoutScripts() {
        return new Look(width, theme, false);
    }

    int height() {
        return width < 600 ? 740 : 900;
    }

    String name() {
        return width + "-" + theme.name().toLowerCase(Locale.ROOT) + (scripts ? "" : "-no-scripts");
    }
}
