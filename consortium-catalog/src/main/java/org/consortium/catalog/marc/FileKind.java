package org.consortium.catalog.marc;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.consortium.core.Refusal;

/** What kind of file this is, told from its first bytes; a file's name and what a sender says of it are not believed. */
record FileKind(boolean xml, Charset charset) {

    /** How much of the beginning is looked at. */
    static final int HEAD = 1 << 18;

    private static final Pattern RECORD_ELEMENT = Pattern.compile("<([\\w.-]+:)?record[\\s>]");
    private static final Pattern MARC_ELEMENT = Pattern.compile("<([\\w.-]+:)?(leader|controlfield|datafield)[\\s>]");
    private static final Pattern XML_ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final Pattern LEADER = Pattern.compile("^\\s*\\d{5}[ -~]{7}\\d{5}", Pattern.DOTALL);

    static FileKind of(byte[] head) {
        var compression = compression(head);
        if (compression != null) {
            throw new Refusal(MarcRefusal.COMPRESSED_OTHERWISE, compression);
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            var text = new String(head, StandardCharsets.UTF_16);
            if (!text.stripLeading().startsWith("<")) {
                throw new Refusal(MarcRefusal.NOT_A_MARC_FILE, "text");
            }
            return xml(text, StandardCharsets.UTF_16);
        }
        var text = beginning(head);
        if (text.isEmpty()) {
            throw new Refusal(MarcRefusal.EMPTY_FILE);
        }
        if (text.charAt(0) == '<') {
            return xml(text, encodingOf(text));
        }
        if (!looksLikeIso2709(head, text)) {
            throw new Refusal(MarcRefusal.NOT_A_MARC_FILE, otherKind(head, text));
        }
        return new FileKind(false, null);
    }

    private static String compression(byte[] head) {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            var text = new String(head, StandardCharsets.ISO_8859_1);
            return text.contains("xl/") ? "xlsx" : text.contains("word/") ? "docx" : "zip";
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            return "gzip in gzip";
        }
        if (startsWith(head, 'B', 'Z', 'h')) {
            return "bzip2";
        }
        if (startsWith(head, 0xFD, '7', 'z', 'X', 'Z')) {
            return "xz";
        }
        if (startsWith(head, '7', 'z', 0xBC, 0xAF)) {
            return "7z";
        }
        if (startsWith(head, 'R', 'a', 'r', '!')) {
            return "rar";
        }
        if (startsWith(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return "zstd";
        }
        boolean tar = head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
        return tar ? "tar" : null;
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (head[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** One character for each byte, without a byte order mark and what says nothing before the first record. */
    private static String beginning(byte[] head) {
        int from = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (from < head.length && head[from] >= 0 && (head[from] <= ' ' || head[from] == 0x7F)) {
            from++;
        }
        return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1);
    }

    private static FileKind xml(String text, Charset charset) {
        var body = withoutComments(text);
        if (body.contains("<!DOCTYPE") && !body.toLowerCase().contains("<!doctype html")) {
            throw new Refusal(MarcRefusal.XML_WITH_DOCTYPE);
        }
        if (!RECORD_ELEMENT.matcher(body).find() || !MARC_ELEMENT.matcher(body).find()) {
            boolean html =
                    body.toLowerCase().contains("<html") || body.toLowerCase().contains("<!doctype html");
            throw new Refusal(MarcRefusal.NOT_A_MARC_FILE, html ? "html" : "xml");
        }
        return new FileKind(true, charset);
    }

    private static String withoutComments(String text) {
        var body = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", from)) {
            int end = text.indexOf("-->", start);
            if (end < 0) {
                break;
            }
            body.append(text, from, start);
            from = end + 3;
        }
        return body.append(text, from, text.length()).toString();
    }

    private static Charset encodingOf(String text) {
        var declared = XML_ENCODING.matcher(text);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            var charset = Charset.forName(declared.group(1));
            // GB2312 is the name most give to GBK
            return charset.name().equalsIgnoreCase("GB2312") ? Charset.forName("GB18030") : charset;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static boolean looksLikeIso2709(byte[] head, String text) {
        if (LEADER.matcher(text).find()) {
            return true;
        }
        // a first record in disorder does not spoil the file as long as it has the bones of the format
        return text.indexOf(0x1E) >= 0
                && text.indexOf(0x1F) >= 0
                && !isBinary(text)
                && !startsWith(head, '%', 'P', 'D', 'F');
    }

    /** Control characters other than line ends, tabulators, escapes and the four separators are rare in any text. */
    private static boolean isBinary(String text) {
        long odd = text.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c < 0x1B)
                .count();
        return odd * 100 > text.length();
    }

    private static String otherKind(byte[] head, String text) {
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            return "pdf";
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "xls";
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return "json";
        }
        if (text.startsWith("=LDR")) {
            return "mrk";
        }
        if (isBinary(text)) {
            return "binary";
        }
        var line = text.lines().findFirst().orElse("");
        if (line.startsWith("--") || line.matches("(?i)(create|insert|copy|set|begin|drop|select)\\b.*")) {
            return "sql";
        }
        if (line.indexOf('\t') >= 0) {
            return "tsv";
        }
        return line.chars().filter(c -> c == ',' || c == ';').count() >= 2 ? "csv" : "text";
    }
}
