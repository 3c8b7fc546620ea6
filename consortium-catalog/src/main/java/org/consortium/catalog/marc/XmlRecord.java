package org.consortium.catalog.marc;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consortium.catalog.input.XmlText;

/**
 * Reads one record element of MARCXML (Library of Congress) or marcxchange (ISO 25577), with any namespace prefix or none.
 * There are no document types and no entities but the five of XML itself.
 */
final class XmlRecord {

    private static final XMLInputFactory FACTORY = hardened();
    private static final Pattern NOT_XML =
            Pattern.compile("&#(x0*[01]?[0-9A-Fa-f]|0*[0-2]?[0-9]|0*3[01]);|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");

    private final Warnings warnings;
    private final List<MarcField> fields = new ArrayList<>();
    private String leader = "";

    private XmlRecord(Warnings warnings) {
        this.warnings = warnings;
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        // the record is cut out of its file, and with it perhaps the declaration of its prefix
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static MarcRecord of(byte[] utf8, Warnings warnings) throws UnreadableRecord {
        var text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            warnings.add(MarcWarning.Kind.UNDECODABLE_BYTES, "", "");
        }
        try {
            return new XmlRecord(warnings).read(text);
        } catch (XMLStreamException first) {
            var repaired = NOT_XML.matcher(text).replaceAll("");
            if (repaired.length() == text.length()) {
                throw broken(first);
            }
            warnings.add(MarcWarning.Kind.CONTROL_CHARACTERS, "", "");
            try {
                return new XmlRecord(warnings).read(repaired);
            } catch (XMLStreamException second) {
                throw broken(second);
            }
        }
    }

    private static UnreadableRecord broken(XMLStreamException reason) {
        return new UnreadableRecord(
                MarcReject.BROKEN_XML, String.valueOf(reason.getMessage()).replaceAll("\\s+", " "));
    }

    private MarcRecord read(String text) throws XMLStreamException {
        var xml = FACTORY.createXMLStreamReader(new StringReader(text));
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    readElement(xml);
                }
            }
        } finally {
            xml.close();
        }
        return new MarcRecord(leader, fields);
    }

    private void readElement(XMLStreamReader xml) throws XMLStreamException {
        switch (local(xml)) {
            case "leader" -> leader = text(xml, "");
            case "controlfield" -> readControl(xml);
            case "datafield" -> readData(xml);
            default -> {
                // the record itself, or something of another vocabulary
            }
        }
    }

    private void readControl(XMLStreamReader xml) throws XMLStreamException {
        var tag = attribute(xml, "tag");
        var value = text(xml, tag);
        if (tag.isEmpty()) {
            warnings.add(MarcWarning.Kind.FIELD_SKIPPED, "", value);
        } else {
            fields.add(MarcField.control(tag, value));
        }
    }

    private void readData(XMLStreamReader xml) throws XMLStreamException {
        var tag = attribute(xml, "tag");
        char first = indicator(xml, "ind1");
        char second = indicator(xml, "ind2");
        var subfields = new ArrayList<MarcField.Subfield>(4);
        while (xml.next() != XMLStreamConstants.END_ELEMENT || !local(xml).equals("datafield")) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT
                    && local(xml).equals("subfield")) {
                var code = attribute(xml, "code");
                var value = text(xml, tag);
                if (code.isEmpty()) {
                    warnings.add(MarcWarning.Kind.FIELD_DAMAGED, tag, value);
                } else {
                    subfields.add(new MarcField.Subfield(code.charAt(0), value));
                }
            }
        }
        if (tag.isEmpty()) {
            warnings.add(MarcWarning.Kind.FIELD_SKIPPED, "", "");
        } else {
            fields.add(new MarcField(tag, first, second, "", subfields));
        }
    }

    private static String local(XMLStreamReader xml) {
        var name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private static char indicator(XMLStreamReader xml, String name) {
        var value = attribute(xml, name);
        return value.isEmpty() || value.equals("#") || value.equals("|") ? ' ' : value.charAt(0);
    }

    /** The text of this element whatever stands inside it. */
    private String text(XMLStreamReader xml, String tag) throws XMLStreamException {
        return TextDecoder.clean(XmlText.of(xml), warnings, tag);
    }
}
