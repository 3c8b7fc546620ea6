package org.consortium.core.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void readsAnIsbnWithHyphensAndSpaces() {
        assertThat(new Isbn("978-7-02-000220-7").value()).isEqualTo("9787020002207");
        assertThat(new Isbn(" 7 02 000220 X ").value()).isEqualTo("9787020002207");
    }

    @Test
    void carriesTenDigitsOverToThirteen() {
        assertThat(new Isbn("0-306-40615-2").value()).isEqualTo("9780306406157");
        assertThat(new Isbn("080442957x").value()).isEqualTo("9780804429573");
    }

    @Test
    void refusesWrongCheckDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Isbn("9787020002208"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Isbn("0306406153"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Isbn("红楼梦"));
        assertThat(Isbn.in("9787020002208")).isEmpty();
    }

    @Test
    void writesAnIssnWithItsHyphen() {
        assertThat(new Issn("03178471").value()).isEqualTo("0317-8471");
        assertThat(new Issn("2434-561x").value()).isEqualTo("2434-561X");
        assertThatIllegalArgumentException().isThrownBy(() -> new Issn("0317-8472"));
    }

    @Test
    void givesEveryNumberItsOwnRecordId() {
        var ids = new HashSet<RecordId>();
        for (long number = 1; number <= 200_000; number++) {
            ids.add(RecordId.of(number));
        }
        assertThat(ids).hasSize(200_000);
    }

    @Test
    void knowsBarcodesAsTheyArePrinted() {
        assertThat(new Barcode(" 01-a-0218834 ").value()).isEqualTo("01-A-0218834");
        assertThatIllegalArgumentException().isThrownBy(() -> new Barcode("<script>"));
    }
}
