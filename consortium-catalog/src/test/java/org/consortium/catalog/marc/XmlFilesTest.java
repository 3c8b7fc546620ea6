package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.marc.BuiltRecord.entries;
import static org.consortium.catalog.marc.BuiltRecord.file;
import static org.consortium.catalog.marc.BuiltRecord.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.consortium.core.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XmlFilesTest {

    private static final String RECORD = """
            <record>
              <leader>00759cam a2200229 a 4500</leader>
              <controlfield tag="001">%s</controlfield>
              <datafield tag="245" ind1="1" ind2="0"><subfield code="a">%s /</subfield></datafield>
            </record>
            """;

    @TempDir
    Path folder;

    @Test
    void readsMarcXml() {
        var first = RECORD.formatted("1", "Summerland &amp; sea");
        var xml = "<?xml version=\"1.0\"?>\n<collection xmlns=\"http://www.loc.gov/MARC21/slim\">\n" + first
                + RECORD.formatted("2", "红楼梦") + "</collection>";

        var entries = entries(folder, text(xml));

        assertThat(titles(entries)).containsExactly("Summerland & sea", "红楼梦");
        assertThat(entries.get(0).position()).isEqualTo(xml.indexOf("<record>"));
        assertThat(new String(entries.get(0).raw(), StandardCharsets.UTF_8)).isEqualTo(first.strip());
    }

    @Test
    void readsPrefixedRecordsInsideAHarvestsOwn() {
        var xml = """
                <OAI-PMH><ListRecords><record><header><identifier>oai:1</identifier></header><metadata>
                <marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:leader>00759cam a2200229 a 4500</marc:leader>
                <marc:controlfield tag="001">7</marc:controlfield>
                <marc:datafield tag="245" ind1="1" ind2="0"><marc:subfield code="a">Harvested</marc:subfield></marc:datafield>
                </marc:record></metadata></record></ListRecords></OAI-PMH>
                """;

        assertThat(titles(entries(folder, text(xml)))).containsExactly("Harvested");
    }

    @Test
    void readsMarcxchangeOfTheUnimarcFamily() {
        var xml = """
                <collection xmlns="info:lc/xmlns/marcxchange-v1"><record format="UNIMARC" type="Bibliographic">
                <leader>01455cam0 2200373   450 </leader><controlfield tag="001">9</controlfield>
                <datafield tag="100" ind1=" " ind2=" "><subfield code="a">19970114d1996    a  y0frey50      ba</subfield></datafield>
                <datafield tag="200" ind1="1" ind2=" "><subfield code="a">Point zéro</subfield></datafield>
                </record></collection>
                """;

        var entry = (MarcEntry.Readable) entries(folder, text(xml)).get(0);

        assertThat(entry.family()).isEqualTo(MarcFamily.UNIMARC);
        assertThat(entry.description().title()).isEqualTo("Point zéro");
        assertThat(entry.description().year()).isEqualTo(1996);
    }

    @Test
    void readsOtherEncodingsThanUnicodeInEightBits() {
        var declared =
                "<?xml version='1.0' encoding='%s'?><collection>" + RECORD.formatted("1", "红楼梦") + "</collection>";

        assertThat(titles(entries(folder, declared.formatted("GBK").getBytes(Charset.forName("GBK")))))
                .containsExactly("红楼梦");
        assertThat(titles(entries(folder, declared.formatted("UTF-16").getBytes(StandardCharsets.UTF_16))))
                .containsExactly("红楼梦");
    }

    @Test
    void oneBrokenRecordSpoilsOnlyItself() {
        var broken = RECORD.formatted("2", "Broken").replace("</subfield>", "");
        var xml = "<collection>" + RECORD.formatted("1", "East") + broken + RECORD.formatted("3", "West")
                + "</collection>";

        var entries = entries(folder, text(xml));

        assertThat(titles(entries)).containsExactly("East", "West");
        assertThat(entries.get(1))
                .isInstanceOfSatisfying(
                        MarcEntry.Unreadable.class,
                        no -> assertThat(no.reason()).isEqualTo(MarcReject.BROKEN_XML));
    }

    @Test
    void takesOutCharactersThatXmlForbids() {
        var entry = (MarcEntry.Readable)
                entries(folder, text("<collection>" + RECORD.formatted("1", "Sum&#27;mer\u0001land") + "</collection>"))
                        .get(0);

        assertThat(entry.description().title()).isEqualTo("Summerland");
        assertThat(entry.warnings()).extracting(MarcWarning::kind).containsExactly(MarcWarning.Kind.CONTROL_CHARACTERS);
    }

    @Test
    void aCommentIsNoRecord() {
        var xml = "<collection><!-- <record>old</record> -->" + RECORD.formatted("1", "East") + "</collection>";

        assertThat(titles(entries(folder, text(xml)))).containsExactly("East");
    }

    @Test
    void rejectsTheRecordTheFileEndsIn() {
        var xml = "<collection>" + RECORD.formatted("1", "East")
                + RECORD.formatted("2", "West").substring(0, 90);

        var entries = entries(folder, text(xml));

        assertThat(titles(entries)).containsExactly("East");
        assertThat(entries.get(1))
                .isInstanceOfSatisfying(
                        MarcEntry.Unreadable.class,
                        no -> assertThat(no.reason()).isEqualTo(MarcReject.TRUNCATED));
    }

    @Test
    void refusesDocumentTypesAndSoBombsAndForeignFiles() {
        var bomb = "<!DOCTYPE c [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><collection>"
                + RECORD.formatted("1", "&b;") + "</collection>";

        var file = file(folder, text(bomb));

        assertThatThrownBy(() -> MarcFile.open(file, MarcOptions.detect(), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(MarcRefusal.XML_WITH_DOCTYPE));
    }

    @Test
    void anEntityOfItsOwnOnlySpoilsItsRecord() {
        var xml = "<collection>" + RECORD.formatted("1", "&xxe;") + RECORD.formatted("2", "West") + "</collection>";

        assertThat(titles(entries(folder, text(xml)))).containsExactly("West");
    }

    private static List<String> titles(List<MarcEntry> entries) {
        return entries.stream()
                .filter(MarcEntry.Readable.class::isInstance)
                .map(entry -> ((MarcEntry.Readable) entry).description().title())
                .toList();
    }
}
