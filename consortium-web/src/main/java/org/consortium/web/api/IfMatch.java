package org.consortium.web.api;

import java.util.regex.Pattern;

/** The version somebody has read, as the ETag it was told by (RFC 9110): a change of another version is refused. */
record IfMatch(Long version) {

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"v(\\d{1,18})\"");

    /** The header as it is sent; {@code *} is any version. */
    public static IfMatch of(String header) {
        if (header.strip().equals("*")) {
            return new IfMatch(null);
        }
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("Not an ETag of this API");
        }
        return new IfMatch(Long.valueOf(form.group(1)));
    }

    /** What was read, or nothing when the header was not sent. */
    static Long versionOf(IfMatch read) {
        return read == null ? null : read.version();
    }

    static String etag(long version) {
        return "\"v" + version + "\"";
    }
}
