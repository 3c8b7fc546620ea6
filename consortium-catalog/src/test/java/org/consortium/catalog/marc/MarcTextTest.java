package org.consortium.catalog.marc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.marc.BuiltRecord.cnmarc;

import java.nio.charset.Charset;
import java.util.List;
import org.consortium.catalog.marc.MarcText.Line;
import org.consortium.catalog.marc.MarcText.Part;
import org.junit.jupiter.api.Test;

class MarcTextTest {

    @Test
    void showsEveryFieldAlsoThoseNothingIsMadeOf() {
        var raw = cnmarc(Charset.forName("GB18030"))
                .control("001", "7")
                .field("801", " 0", "$aCN$b云泽")
                .field("102", "  ", "$aCN$b110000")
                .bytes();

        assertThat(MarcText.of(raw, "GB18030").lines())
                .containsExactly(
                        new Line("001", "", "7", List.of()),
                        new Line("102", "##", "", List.of(new Part("a", "CN"), new Part("b", "110000"))),
                        new Line("801", "#0", "", List.of(new Part("a", "CN"), new Part("b", "云泽"))));
    }

    @Test
    void readsXmlAndRefusesWhatIsNoRecord() {
        var xml = "<record><leader>00000nam</leader><controlfield tag=\"001\">7</controlfield></record>";

        assertThat(MarcText.of(xml.getBytes(UTF_8), "UTF-8").leader()).isEqualTo("00000nam");
        assertThatThrownBy(() -> MarcText.of(new byte[3], "UTF-8")).isInstanceOf(IllegalArgumentException.class);
    }
}
