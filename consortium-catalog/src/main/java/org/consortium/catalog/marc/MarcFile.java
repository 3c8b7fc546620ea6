package org.consortium.catalog.marc;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.consortium.core.Refusal;
import org.consortium.core.union.Description;

/**
 * One file of catalogue records, read record by record in the order they stand; it never stops for one bad record. Plain
 * or gzipped, ISO 2709 or MARCXML: told by what is in it, not by its name. Not for several threads at once.
 */
public final class MarcFile implements AutoCloseable {

    private final CountingStream counted;
    private final long size;
    private final RecordSource source;
    private final boolean xml;
    private final MarcOptions options;
    private final FamilyChoice families;
    private final EncodingChoice encodings;
    private final PublicationYear years;
    private int number;
    private boolean brokeOff;

    private MarcFile(
            CountingStream counted, long size, RecordSource source, boolean xml, MarcOptions options, Clock clock) {
        this.counted = counted;
        this.size = size;
        this.source = source;
        this.xml = xml;
        this.options = options;
        this.families = new FamilyChoice(options.family());
        this.encodings = new EncodingChoice(options.encoding() == null ? null : MarcEncoding.named(options.encoding()));
        this.years = new PublicationYear(LocalDate.now(clock).getYear());
    }

    public static MarcFile open(Path file, MarcOptions options) {
        return open(file, options, Clock.systemUTC());
    }

    /**
     * Opens a file of records.
     *
     * @throws Refusal with a {@link MarcRefusal} when it is something else
     */
    public static MarcFile open(Path file, MarcOptions options, Clock clock) {
        CountingStream counted = null;
        try {
            counted = new CountingStream(Files.newInputStream(file));
            var content = unpacked(counted);
            var head = content.readNBytes(FileKind.HEAD);
            var kind = FileKind.of(head);
            var whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
            var records = new MarcFile(counted, Files.size(file), source(kind, whole), kind.xml(), options, clock);
            records.learnHabits(head);
            return records;
        } catch (IOException broken) {
            close(counted);
            throw new Refusal(MarcRefusal.FILE_NOT_READABLE, String.valueOf(broken.getMessage()));
        } catch (RuntimeException refused) {
            close(counted);
            throw refused;
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        var buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static RecordSource source(FileKind kind, InputStream content) throws IOException {
        if (!kind.xml()) {
            return new Iso2709Source(new ByteWindow(content));
        }
        if (kind.charset() == StandardCharsets.UTF_16) {
            return new XmlRecordSource(new ByteWindow(new Utf16AsUtf8(content)), StandardCharsets.UTF_8);
        }
        return new XmlRecordSource(new ByteWindow(content), kind.charset());
    }

    /** Looks at the records of the beginning first: one with two letters beyond ASCII is read as its neighbours are. */
    private void learnHabits(byte[] head) throws IOException {
        if (xml) {
            return;
        }
        var beginning = new Iso2709Source(new ByteWindow(new ByteArrayInputStream(head)));
        for (var raw = beginning.next(); raw != null; raw = beginning.next()) {
            try {
                var undecoded = Iso2709Record.of(raw, new Warnings()).undecoded();
                families.learn(undecoded);
                var family = families.choose(undecoded);
                encodings.learn(raw.bytes(), family, FamilyChoice.label(family, undecoded));
            } catch (UnreadableRecord saysNothing) {
                // it is listed when its turn comes
            }
        }
    }

    /** The next entry, readable or not, or null at the end. */
    public MarcEntry next() {
        while (!brokeOff) {
            RawRecord raw;
            try {
                raw = source.next();
            } catch (IOException broken) {
                brokeOff = true;
                return new MarcEntry.Unreadable(
                        ++number,
                        counted.count(),
                        new byte[0],
                        MarcReject.FILE_BROKE_OFF,
                        String.valueOf(broken.getMessage()));
            }
            if (raw == null) {
                return null;
            }
            number++;
            if (number >= options.startAt()) {
                return entry(raw);
            }
        }
        return null;
    }

    private MarcEntry entry(RawRecord raw) {
        if (raw.problem() != null) {
            return unreadable(raw, raw.problem(), raw.detail());
        }
        try {
            return readable(raw);
        } catch (UnreadableRecord reason) {
            return unreadable(raw, reason.reason(), reason.getMessage());
        } catch (RuntimeException unforeseen) {
            // the last net: whatever one record holds, the next ones are read
            return unreadable(raw, MarcReject.UNEXPECTED, unforeseen.toString());
        }
    }

    private MarcEntry.Unreadable unreadable(RawRecord raw, MarcReject reason, String detail) {
        return new MarcEntry.Unreadable(number, raw.position(), raw.bytes(), reason, detail);
    }

    private MarcEntry.Readable readable(RawRecord raw) throws UnreadableRecord {
        var warnings = new Warnings();
        MarcRecord record;
        MarcFamily family;
        MarcEncoding encoding;
        if (xml) {
            record = XmlRecord.of(raw.bytes(), warnings);
            family = families.choose(record);
            encoding = MarcEncoding.UTF_8;
        } else {
            var iso = Iso2709Record.of(raw, warnings);
            var undecoded = iso.undecoded();
            family = families.choose(undecoded);
            encoding = encodings.choose(raw.bytes(), family, FamilyChoice.label(family, undecoded), warnings);
            record = iso.decoded(encoding);
        }
        refuseOtherKinds(record, family);
        boolean deleted = record.leader(5) == 'd';
        var controlNumber = controlNumber(record, raw, warnings);
        // a withdrawn record may consist of its number alone
        var otherwiseTitled = deleted ? controlNumber : "";
        Description description;
        java.util.List<MarcItem> items;
        if (family == MarcFamily.MARC21) {
            description = new Marc21Map(record, years, warnings).description(otherwiseTitled);
            items = new Marc21Items(record, warnings).items();
        } else {
            description = new UnimarcMap(record, years, warnings).description(otherwiseTitled);
            items = new UnimarcItems(record, warnings).items();
        }
        return new MarcEntry.Readable(
                number,
                raw.position(),
                raw.bytes(),
                family,
                encoding.label(),
                controlNumber,
                deleted,
                description,
                items,
                warnings.told());
    }

    private static void refuseOtherKinds(MarcRecord record, MarcFamily family) throws UnreadableRecord {
        if (family != MarcFamily.MARC21 || record.has("245")) {
            return;
        }
        var kind = switch (record.leader(6)) {
            case 'z' -> "authority record";
            case 'u', 'v', 'x', 'y' ->
                "holdings record of " + record.control("004").strip();
            case 'w' -> "classification record";
            case 'q' -> "community information record";
            default -> null;
        };
        if (kind != null) {
            throw new UnreadableRecord(MarcReject.NOT_BIBLIOGRAPHIC, kind);
        }
    }

    private static String controlNumber(MarcRecord record, RawRecord raw, Warnings warnings) {
        var own = record.control("001").strip();
        // exports exist whose every record has the same word there
        if (own.chars().anyMatch(Character::isDigit)) {
            return own;
        }
        var substitute = "x" + hash(raw.bytes());
        warnings.add(MarcWarning.Kind.NO_CONTROL_NUMBER, "001", own.isEmpty() ? substitute : own + " -> " + substitute);
        return substitute;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Bytes of the file on disk read so far, packed ones if it is packed; with {@link #bytesTotal} the progress. */
    public long bytesRead() {
        return counted.count();
    }

    public long bytesTotal() {
        return size;
    }

    @Override
    public void close() {
        close(counted);
    }

    private static void close(CountingStream stream) {
        if (stream != null) {
            stream.closeQuietly();
        }
    }
}
