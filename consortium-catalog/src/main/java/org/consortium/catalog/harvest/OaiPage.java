package org.consortium.catalog.harvest;

import java.io.ByteArrayInputStream;
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
import org.consortium.core.Refusal;

/**
 * One answer of an OAI-PMH 2.0 server: its records, and how to go on.
 *
 * @param responseDate what the server's clock said, as it wrote it
 * @param granularity of Identify: whether the server knows times or only days; else empty
 * @param repository of Identify: what the server calls itself; else empty
 * @param error the code of the error it tells, or empty
 * @param token under which it gives the next page, empty at the end
 */
record OaiPage(
        String responseDate,
        String granularity,
        String repository,
        String error,
        String token,
        List<Harvested> records) {

    private static final XMLInputFactory FACTORY = hardened();
    private static final Pattern NOT_XML = Pattern.compile(
            "&#(x0*[01]?[0-9A-Fa-f]|0*[0-2]?[0-9]|0*3[01]);|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /**
     * A record of the answer.
     *
     * @param marc the MARCXML as it came, without what is around it; empty where it is deleted
     */
    record Harvested(String identifier, String datestamp, boolean deleted, String controlNumber, String marc) {}

    /** No document types, no entities but the five of XML itself. */
    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Characters XML does not allow, which some catalogues hold, are taken out. */
    static OaiPage read(byte[] body) {
        try {
            try {
                return new Reading(FACTORY.createXMLStreamReader(new ByteArrayInputStream(body))).page();
            } catch (XMLStreamException first) {
                var text = NOT_XML.matcher(new String(body, StandardCharsets.UTF_8))
                        .replaceAll("");
                return new Reading(FACTORY.createXMLStreamReader(new StringReader(text))).page();
            }
        } catch (XMLStreamException | RuntimeException broken) {
            if (broken instanceof Refusal refused) {
                throw refused;
            }
            throw new Refusal(
                    HarvestRefusal.HARVEST_NOT_READABLE,
                    String.valueOf(broken.getMessage()).replaceAll("\\s+", " "));
        }
    }

    /** Walks through the answer once. */
    private static final class Reading {

        private final XMLStreamReader xml;
        private final List<Harvested> records = new ArrayList<>();
        private String responseDate = "";
        private String granularity = "";
        private String repository = "";
        private String error = "";
        private String token = "";
        private boolean oai;

        private Reading(XMLStreamReader xml) {
            this.xml = xml;
        }

        private OaiPage page() throws XMLStreamException {
            try {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        element(local());
                    }
                }
            } finally {
                xml.close();
            }
            if (!oai) {
                throw new Refusal(HarvestRefusal.HARVEST_NOT_READABLE, "no OAI-PMH element");
            }
            return new OaiPage(responseDate, granularity, repository, error, token, records);
        }

        private void element(String name) throws XMLStreamException {
            switch (name) {
                case "OAI-PMH" -> oai = true;
                case "responseDate" -> responseDate = text();
                case "granularity" -> granularity = text();
                case "repositoryName" -> repository = text();
                case "resumptionToken" -> token = text();
                case "error" -> {
                    var code = xml.getAttributeValue(null, "code");
                    error = code == null || code.isBlank() ? "unknown" : code;
                }
                case "record" -> record();
                default -> {
                    // what is around the records
                }
            }
        }

        private void record() throws XMLStreamException {
            var identifier = "";
            var datestamp = "";
            boolean deleted = false;
            var marc = new MarcCopy();
            for (int depth = 1; depth > 0; ) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    switch (local()) {
                        case "header" -> deleted = "deleted".equals(xml.getAttributeValue(null, "status"));
                        case "identifier" -> {
                            identifier = identifier.isEmpty() ? text() : identifier + ignored();
                            depth--;
                        }
                        case "datestamp" -> {
                            datestamp = text();
                            depth--;
                        }
                        case "record" -> {
                            marc.copy(xml);
                            depth--;
                        }
                        default -> {
                            // metadata and what is about it
                        }
                    }
                }
            }
            records.add(new Harvested(identifier, datestamp, deleted, marc.controlNumber(), marc.text()));
        }

        private String ignored() throws XMLStreamException {
            text();
            return "";
        }

        private String local() {
            var name = xml.getLocalName();
            return name.substring(name.indexOf(':') + 1);
        }

        private String text() throws XMLStreamException {
            return XmlText.of(xml).strip();
        }
    }
}
