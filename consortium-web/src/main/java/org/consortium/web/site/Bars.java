package org.consortium.web.site;

import com.google.zxing.oned.Code128Writer;

/**
 * Code 128 (ISO/IEC 15417) as the path of an SVG, one unit a module, without the quiet zone, which the page keeps.
 *
 * @param svgPath the black bars
 * @param modules how many units wide they are
 */
public record Bars(String svgPath, int modules) {

    /** Refuses what Code 128 cannot say: more than 80 characters, or characters that are not ASCII. */
    public static Bars of(String value) {
        var modules = new Code128Writer().encode(value);
        return new Bars(path(modules), modules.length);
    }

    public String viewBox() {
        return "0 0 " + modules + " 1";
    }

    private static String path(boolean[] modules) {
        var path = new StringBuilder();
        for (var start = 0; start < modules.length; start++) {
            if (modules[start]) {
                var end = start;
                while (end < modules.length && modules[end]) {
                    end++;
                }
                var width = end - start;
                path.append('M')
                        .append(start)
                        .append(" 0h")
                        .append(width)
                        .append("v1h-")
                        .append(width)
                        .append('z');
                start = end;
            }
        }
        return path.toString();
    }
}
