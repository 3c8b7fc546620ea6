package org.consortium.catalog.harvest;

import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Copies a MARCXML or marcxchange record out of what is around it, without prefixes and namespaces. */
final class MarcCopy {

    private static final Map<Character, String> ESCAPED = Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;");

    private final StringBuilder text = new StringBuilder();
    private String controlNumber = "";

    /** From the start of the record element to its end. */
    void copy(XMLStreamReader xml) throws XMLStreamException {
        start(xml);
        boolean number = false;
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    start(xml);
                    number = "001".equals(xml.getAttributeValue(null, "tag"));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    number = false;
                    text.append("</").append(local(xml)).append('>');
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var characters = xml.getText();
                    controlNumber = number && controlNumber.isEmpty() ? characters.strip() : controlNumber;
                    escape(characters);
                }
                default -> {
                    // comments
                }
            }
        }
        text.append('\n');
    }

    private void start(XMLStreamReader xml) {
        text.append('<').append(local(xml));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var name = xml.getAttributeLocalName(i);
            if (!name.startsWith("xmlns") && name.indexOf(':') < 0) {
                text.append(' ').append(name).append("=\"");
                escape(xml.getAttributeValue(i));
                text.append('"');
            }
        }
        text.append('>');
    }

    private void escape(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            var escaped = ESCAPED.get(raw.charAt(i));
            text.append(escaped == null ? String.valueOf(raw.charAt(i)) : escaped);
        }
    }

    private static String local(XMLStreamReader xml) {
        var name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    String controlNumber() {
        return controlNumber;
    }

    String text() {
        return text.toString();
    }

    /** What stands for a record the server has deleted. */
    static String deleted(String controlNumber) {
        var copy = new MarcCopy();
        copy.text.append("<record><leader>00000dam a2200000   4500</leader><controlfield tag=\"001\">");
        copy.escape(controlNumber);
        return copy.text.append("</controlfield></record>\n").toString();
    }
}
