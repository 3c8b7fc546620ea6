package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.consortium.core.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files damaged at random: whatever the bytes, reading ends, and tells of each record what it is. */
class DamagedFilesTest {

    private static final long SEED = 20_240_607;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(6);

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void readingAlwaysEnds() throws IOException {
        var random = new Random(SEED);
        var originals = List.of(
                iso2709(StandardCharsets.UTF_8),
                iso2709(Charset.forName("GBK")),
                xml(),
                gzipped(iso2709(StandardCharsets.UTF_8)));
        var file = folder.resolve("damaged");
        long until = System.nanoTime() + LONG_ENOUGH.toNanos();
        int files = 0;
        while (System.nanoTime() < until) {
            var original = originals.get(random.nextInt(originals.size()));
            Files.write(file, damaged(original, random));
            readToTheEnd(file, original.length);
            files++;
        }

        System.out.println("Read " + files + " damaged files, seed " + SEED);
        assertThat(files).isGreaterThan(5);
    }

    @Test
    @Timeout(60)
    void aFileWithoutAnyEndIsReadInPieces() throws IOException {
        var endless = new byte[40 * 1024 * 1024];
        java.util.Arrays.fill(endless, (byte) 'a');
        var start = iso2709(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, endless, 0, start.length);
        var file = Files.write(folder.resolve("endless.mrc"), endless);

        var entries = BuiltRecord.entries(file, MarcOptions.detect());

        assertThat(entries.get(entries.size() - 1)).isInstanceOfSatisfying(MarcEntry.Unreadable.class, no -> {
            assertThat(no.reason()).isEqualTo(MarcReject.TOO_LONG);
            assertThat(no.raw().length).isLessThan(1 << 20);
        });
    }

    private static void readToTheEnd(Path path, int originalLength) {
        try (var file = MarcFile.open(path, MarcOptions.detect(), Clock.systemUTC())) {
            int entries = 0;
            for (var entry = file.next(); entry != null; entry = file.next()) {
                assertThat(entry.number()).isEqualTo(++entries);
                assertThat(entry.raw()).isNotNull();
                if (entry instanceof MarcEntry.Unreadable no) {
                    assertThat(no.reason()).as(no.detail()).isNotEqualTo(MarcReject.UNEXPECTED);
                }
            }
            assertThat(entries).isLessThan(20 * originalLength);
        } catch (Refusal refusal) {
            assertThat(refusal.reason()).isInstanceOf(MarcRefusal.class);
        }
    }

    /** Some bytes changed, some taken out, some doubled, sometimes all cut short. */
    private static byte[] damaged(byte[] original, Random random) {
        var damaged = new ByteArrayOutputStream(original.length + 64);
        double rate = Math.pow(10, -1 - 3 * random.nextDouble());
        int end = random.nextInt(5) == 0 ? random.nextInt(original.length) : original.length;
        var delimiters = new byte[] {0x1B, 0x1D, 0x1E, 0x1F, '0', '9', '<', '>', '$', -1, -30};
        for (int i = 0; i < end; i++) {
            if (random.nextDouble() >= rate) {
                damaged.write(original[i]);
                continue;
            }
            switch (random.nextInt(4)) {
                case 0 -> damaged.write(random.nextInt(256));
                case 1 -> damaged.write(delimiters[random.nextInt(delimiters.length)]);
                case 2 -> damaged.write(original, i, Math.min(end - i, random.nextInt(40)));
                default -> i += random.nextInt(8);
            }
        }
        return damaged.toByteArray();
    }

    private static byte[] iso2709(Charset charset) {
        var whole = new ByteArrayOutputStream();
        for (int i = 0; i < 12; i++) {
            whole.writeBytes(BuiltRecord.cnmarc(charset)
                    .control("001", "c" + i)
                    .field("010", "  ", "$a7-5037-1744-0$dCNY68.00")
                    .field("100", "  ", "$a20120517d2012    em y0chiy0110    ea")
                    .field("200", "1 ", "$a红楼梦研究" + i + "$f曹雪芹著")
                    .field("210", "  ", "$a北京$c人民文学出版社$d2012")
                    .field("905", "  ", "$aYZ$b100" + i + "$dI242.47$e1")
                    .bytes());
            whole.writeBytes(BuiltRecord.marc8()
                    .control("001", "m" + i)
                    .control("008", "120105m20122016ko a     b    001 0 kor  ")
                    .field("245", "10", "$6880-01$aA title z\u00E2ero :$bsub " + i + " /$cby M.")
                    .field("880", "10", "$6245-01/~1$a\u001B~1!04!7o\u001B(B")
                    .field("852", "4 ", "$bBR1$cStacks$jFIC PIN$p30" + i)
                    .bytes());
        }
        return whole.toByteArray();
    }

    private static byte[] xml() {
        var xml = new StringBuilder("<?xml version=\"1.0\"?><collection xmlns=\"http://www.loc.gov/MARC21/slim\">");
        for (int i = 0; i < 12; i++) {
            xml.append("<record><leader>00759cam a2200229 a 4500</leader><controlfield tag=\"001\">")
                    .append(i);
            xml.append(
                    "</controlfield><datafield tag=\"245\" ind1=\"1\" ind2=\"0\"><subfield code=\"a\">红楼梦 &amp; sea");
            xml.append("</subfield></datafield><!-- noted --></record>\n");
        }
        return xml.append("</collection>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
