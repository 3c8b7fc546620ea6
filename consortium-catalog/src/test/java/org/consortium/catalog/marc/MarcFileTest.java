package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consortium.catalog.marc.BuiltRecord.entries;
import static org.consortium.catalog.marc.BuiltRecord.file;
import static org.consortium.catalog.marc.BuiltRecord.marc21;
import static org.consortium.catalog.marc.BuiltRecord.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.consortium.core.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarcFileTest {

    private static final byte[] EAST =
            marc21().control("001", "1").field("245", "10", "$aEast of Eden").bytes();
    private static final byte[] WEST =
            marc21().control("001", "2").field("245", "10", "$aWestward ho").bytes();

    @TempDir
    Path folder;

    @Test
    void readsRecordsInTheirOrderWithTheirPlace() {
        var entries = entries(folder, EAST, text("\r\n"), WEST, text("\n\u001A"));

        assertThat(titles(entries)).containsExactly("East of Eden", "Westward ho");
        assertThat(entries).extracting(MarcEntry::number).containsExactly(1, 2);
        assertThat(entries).extracting(MarcEntry::position).containsExactly(0L, EAST.length + 2L);
        assertThat(entries.get(1).raw()).isEqualTo(WEST);
    }

    @Test
    void readsGzippedFilesWhateverTheyAreCalledAndTellsTheProgress() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(EAST);
            gzip.write(WEST);
        }
        var file = file(folder, packed.toByteArray());

        try (var records = MarcFile.open(file, MarcOptions.detect(), Clock.systemUTC())) {
            assertThat(records.next()).isInstanceOf(MarcEntry.Readable.class);
            assertThat(records.next()).isInstanceOf(MarcEntry.Readable.class);
            assertThat(records.next()).isNull();
            assertThat(records.next()).isNull();
            assertThat(records.bytesTotal()).isEqualTo(packed.size());
            assertThat(records.bytesRead()).isEqualTo(packed.size());
        }
    }

    @Test
    void losesNoRecordOfALongFile() throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int i = 1; i <= 9_000; i++) {
            whole.writeBytes(marc21().control("001", "n" + i)
                    .field("245", "10", "$aTitle")
                    .bytes());
        }

        var entries = entries(folder, whole.toByteArray());

        assertThat(whole.size()).isGreaterThan(2 * FileKind.HEAD);
        assertThat(entries).hasSize(9_000);
        assertThat(((MarcEntry.Readable) entries.get(8_999)).controlNumber()).isEqualTo("n9000");
    }

    @Test
    void readsWhatAGzipBrokenInItsBeginningStillHolds() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(EAST);
            gzip.write(WEST);
        }

        var entries = entries(folder, Arrays.copyOf(packed.toByteArray(), packed.size() - 8));

        assertThat(titles(entries)).containsExactly("East of Eden", "Westward ho");
        assertThat(rejects(entries)).containsExactly(MarcReject.FILE_BROKE_OFF);
    }

    @Test
    void listsWhatADamagedGzipStillHeldAndThatItBrokeOff() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 8_000; i++) {
                gzip.write(marc21().control("001", "n" + i * 7919)
                        .field("245", "10", "$aTitle " + i * 104_729)
                        .bytes());
            }
        }
        var entries = entries(folder, Arrays.copyOf(packed.toByteArray(), packed.size() - 2000));

        assertThat(entries.get(0)).isInstanceOf(MarcEntry.Readable.class);
        assertThat(rejects(entries)).contains(MarcReject.FILE_BROKE_OFF);
    }

    @Test
    void startsAtTheRecordWanted() {
        var file = file(folder, EAST, WEST);

        var entries = entries(file, MarcOptions.detect().from(2));

        assertThat(titles(entries)).containsExactly("Westward ho");
        assertThat(entries.get(0).number()).isEqualTo(2);
        assertThat(entries.get(0).position()).isEqualTo(EAST.length);
    }

    @Test
    void goesOnAfterARecordThatCannotBeRead() {
        var broken = Arrays.copyOf(EAST, EAST.length);
        Arrays.fill(broken, 24, 48, (byte) '?');

        var entries = entries(folder, EAST, broken, WEST);

        assertThat(entries).hasSize(3);
        assertThat(entries.get(1)).isInstanceOfSatisfying(MarcEntry.Unreadable.class, no -> {
            assertThat(no.reason()).isEqualTo(MarcReject.BAD_DIRECTORY);
            assertThat(no.position()).isEqualTo(EAST.length);
            assertThat(no.raw()).isEqualTo(broken);
        });
        assertThat(titles(entries)).containsExactly("East of Eden", "Westward ho");
    }

    @Test
    void findsTheNextRecordWhereOneLostItsEnd() {
        var cut = Arrays.copyOf(EAST, EAST.length - 8);

        var entries = entries(folder, cut, WEST, EAST);

        assertThat(rejects(entries)).containsExactly(MarcReject.TRUNCATED);
        assertThat(titles(entries)).containsExactly("Westward ho", "East of Eden");
    }

    @Test
    void rejectsARecordTheFileEndsIn() {
        var entries = entries(folder, WEST, Arrays.copyOf(EAST, EAST.length - 8));

        assertThat(titles(entries)).containsExactly("Westward ho");
        assertThat(rejects(entries)).containsExactly(MarcReject.TRUNCATED);
    }

    @Test
    void readsARecordThatMissesOnlyItsTerminator() {
        var entries = entries(folder, Arrays.copyOf(EAST, EAST.length - 1));

        assertThat(titles(entries)).containsExactly("East of Eden");
        assertThat(warnings(entries.get(0))).containsExactly(MarcWarning.Kind.LEADER_REPAIRED);
    }

    @Test
    void takesFieldsInTheirOrderWhereTheDirectoryCountsCharactersInsteadOfBytes() {
        var record = new String(
                marc21().control("001", "1")
                        .field("245", "10", "$aABCDEF")
                        .field("250", "  ", "$a2nd ed.")
                        .bytes(),
                StandardCharsets.UTF_8);
        var counted = record.replace("ABCDEF", "红楼梦研究集").getBytes(StandardCharsets.UTF_8);

        var entries = entries(folder, counted, WEST);

        assertThat(titles(entries)).containsExactly("红楼梦研究集", "Westward ho");
        assertThat(((MarcEntry.Readable) entries.get(0)).description().edition())
                .isEqualTo("2nd ed.");
        assertThat(warnings(entries.get(0)))
                .containsExactlyInAnyOrder(MarcWarning.Kind.LEADER_REPAIRED, MarcWarning.Kind.DIRECTORY_REPAIRED);
    }

    @Test
    void givesARecordWithoutNumberAlwaysTheSameSubstitute() {
        var nameless = marc21().field("245", "10", "$aNameless").bytes();

        var first = (MarcEntry.Readable) entries(folder, nameless).get(0);
        var again = (MarcEntry.Readable) entries(folder, EAST, nameless).get(1);

        assertThat(first.controlNumber()).isNotBlank().isEqualTo(again.controlNumber());
        assertThat(warnings(first)).containsExactly(MarcWarning.Kind.NO_CONTROL_NUMBER);
    }

    @Test
    void doesNotTakeAWordForAControlNumber() {
        var one = marc21().control("001", "KMO").field("245", "10", "$aOne").bytes();
        var two = marc21().control("001", "KMO").field("245", "10", "$aTwo").bytes();

        assertThat(entries(folder, one, two))
                .extracting(entry -> ((MarcEntry.Readable) entry).controlNumber())
                .doesNotHaveDuplicates();
    }

    @Test
    void honoursDeletionsEvenOfRecordsThatAreANumberOnly() {
        var entry = marc21().leader(5, 'd').control("001", "99").read(folder);

        assertThat(entry.deleted()).isTrue();
        assertThat(entry.controlNumber()).isEqualTo("99");
        assertThat(marc21().control("001", "1")
                        .field("245", "10", "$aKept")
                        .read(folder)
                        .deleted())
                .isFalse();
    }

    @Test
    void rejectsWhatHasNoTitleAndWhatIsNoBibliographicRecord() {
        var untitled = marc21().control("001", "1").field("300", "  ", "$a2 v.").bytes();
        var authority = marc21().leader(6, 'z')
                .control("001", "2")
                .field("100", "1 ", "$aMann, Thomas")
                .bytes();
        var holdings =
                marc21().leader(6, 'x').control("001", "3").control("004", "1").bytes();

        assertThat(rejects(entries(folder, untitled, authority, holdings)))
                .containsExactly(MarcReject.NO_TITLE, MarcReject.NOT_BIBLIOGRAPHIC, MarcReject.NOT_BIBLIOGRAPHIC);
    }

    @Test
    void tellsTheFamilyOfEachRecord() {
        var chinese = BuiltRecord.cnmarc().field("200", "1 ", "$a红楼梦").bytes();

        assertThat(entries(folder, EAST, chinese))
                .extracting(entry -> ((MarcEntry.Readable) entry).family())
                .containsExactly(MarcFamily.MARC21, MarcFamily.UNIMARC);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PK\u0003\u0004......                            | COMPRESSED_OTHERWISE
            PK\u0003\u0004....xl/workbook.xml               | COMPRESSED_OTHERWISE
            BZh91AY                                         | COMPRESSED_OTHERWISE
            %PDF-1.7                                        | NOT_A_MARC_FILE
            isbn,title,author,year                          | NOT_A_MARC_FILE
            <!DOCTYPE html><html><body>records</body></html> | NOT_A_MARC_FILE
            <?xml version='1.0'?><books><book/></books>     | NOT_A_MARC_FILE
            {"leader": "00714cam a2200205 a 4500"}          | NOT_A_MARC_FILE
            =LDR  01201nam  2200253 a 4500                  | NOT_A_MARC_FILE
            -- PostgreSQL database dump                     | NOT_A_MARC_FILE
            INSERT INTO books VALUES (1)                    | NOT_A_MARC_FILE
            Dear colleague, please find                     | NOT_A_MARC_FILE
            """, delimiter = '|')
    void refusesOtherKindsOfFile(String content, MarcRefusal reason) {
        assertRefused(text(content), reason);
    }

    @Test
    void refusesBinaryFilesThatHappenToHoldTheSeparators() {
        var noise = new byte[20_000];
        new Random(1).nextBytes(noise);

        assertRefused(noise, MarcRefusal.NOT_A_MARC_FILE);
        System.arraycopy(text("%PDF-1.7"), 0, noise, 0, 8);
        assertRefused(noise, MarcRefusal.NOT_A_MARC_FILE);
    }

    @Test
    void refusesFilesWithNothingInThem() {
        assertRefused(new byte[0], MarcRefusal.EMPTY_FILE);
        assertRefused(text(" \r\n\r\n"), MarcRefusal.EMPTY_FILE);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatThrownBy(() -> MarcFile.open(folder.resolve("nowhere.mrc"), MarcOptions.detect(), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(MarcRefusal.FILE_NOT_READABLE));
    }

    private void assertRefused(byte[] content, MarcRefusal reason) {
        var file = file(folder, content);

        assertThatThrownBy(() -> MarcFile.open(file, MarcOptions.detect(), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    private static List<String> titles(List<MarcEntry> entries) {
        return entries.stream()
                .filter(MarcEntry.Readable.class::isInstance)
                .map(entry -> ((MarcEntry.Readable) entry).description().title())
                .toList();
    }

    private static List<MarcReject> rejects(List<MarcEntry> entries) {
        return entries.stream()
                .filter(MarcEntry.Unreadable.class::isInstance)
                .map(entry -> ((MarcEntry.Unreadable) entry).reason())
                .toList();
    }

    private static List<MarcWarning.Kind> warnings(MarcEntry entry) {
        return ((MarcEntry.Readable) entry)
                .warnings().stream().map(MarcWarning::kind).toList();
    }
}
