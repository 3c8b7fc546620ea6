package org.consortium.catalog.marc;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses each record's encoding: what the bytes say comes before what the record says of itself, because labels are
 * wrong in whole catalogues. A record with too little beyond ASCII follows the file's other records.
 */
final class EncodingChoice {

    private static final double SURE = 0.95;
    private static final double ENOUGH = 0.6;
    private static final double NEVER = 2;
    private static final double LABEL_BONUS = 0.15;
    private static final double MEMORY_BONUS = 0.25;
    private static final int FEW_BYTES = 12;

    /** Of a text in another encoding hardly a letter happens to be valid UTF-8. */
    private static final double AS_GOOD_AS_NONE = 0.2;

    /** Titles in traditional characters stand outside the rows of GBK's common ones. */
    private static final double AS_ITS_NEIGHBOURS = 0.33;

    private final MarcEncoding told;
    private final Map<MarcEncoding, Long> memory = new EnumMap<>(MarcEncoding.class);

    EncodingChoice(MarcEncoding told) {
        this.told = told;
    }

    /** Takes note of a record at the file's beginning, before any is read: so a file read from its middle reads the same. */
    void learn(byte[] record, MarcFamily family, MarcEncoding label) {
        var evidence = new EncodingEvidence(record);
        if (evidence.beyondAscii() > FEW_BYTES) {
            memory.merge(byBytes(evidence, family, label), (long) evidence.beyondAscii(), Long::sum);
        }
    }

    MarcEncoding choose(byte[] record, MarcFamily family, MarcEncoding label, Warnings warnings) {
        var evidence = new EncodingEvidence(record);
        if (told != null) {
            return told;
        }
        if (evidence.plain()) {
            return label != null ? label : MarcEncoding.UTF_8;
        }
        var chosen = byBytes(evidence, family, label);
        if (label != null && chosen != label) {
            warnings.add(MarcWarning.Kind.ENCODING_NOT_AS_LABELLED, "", label.label() + " -> " + chosen.label());
        }
        boolean certain =
                chosen == MarcEncoding.UTF_8 || chosen == label || remembered() == chosen && evidence.of(chosen) > 0.6;
        if (!certain && label == null) {
            warnings.add(MarcWarning.Kind.ENCODING_GUESSED, "", chosen.label());
        }
        return chosen;
    }

    private MarcEncoding byBytes(EncodingEvidence evidence, MarcFamily family, MarcEncoding label) {
        var ownSet = family == MarcFamily.MARC21 ? MarcEncoding.MARC_8 : MarcEncoding.ISO_5426;
        boolean fewBytes = evidence.beyondAscii() <= FEW_BYTES;
        var remembered = remembered();
        double utf8 = evidence.of(MarcEncoding.UTF_8);
        // "联通" in GBK is valid UTF-8: two letters are no proof against a whole file
        boolean doubtful =
                fewBytes && remembered != null && remembered != MarcEncoding.UTF_8 && label != MarcEncoding.UTF_8;
        if (utf8 == 1 && !doubtful && !evidence.escapes()) {
            return MarcEncoding.UTF_8;
        }
        if (evidence.escapes() && utf8 < SURE) {
            return ownSet;
        }
        var best = label == null ? MarcEncoding.UTF_8 : label;
        double bestScore = evidence.of(best) + bonus(best, label, remembered);
        for (var candidate : candidates(ownSet)) {
            double score = evidence.of(candidate);
            boolean convincing = score >= needed(candidate, evidence, label, remembered);
            if (convincing && score + bonus(candidate, label, remembered) > bestScore) {
                best = candidate;
                bestScore = score + bonus(candidate, label, remembered);
            }
        }
        return best;
    }

    /** One or two letters amiss do not outweigh what the record says of itself. */
    private static double needed(
            MarcEncoding candidate, EncodingEvidence evidence, MarcEncoding label, MarcEncoding remembered) {
        if (candidate == remembered && evidence.of(MarcEncoding.UTF_8) < AS_GOOD_AS_NONE) {
            return AS_ITS_NEIGHBOURS;
        }
        if (evidence.beyondAscii() > FEW_BYTES || label == null || candidate == remembered) {
            return ENOUGH;
        }
        boolean pairs = candidate == MarcEncoding.GB18030 || candidate == MarcEncoding.BIG5;
        return pairs || label != MarcEncoding.UTF_8 ? SURE : NEVER;
    }

    private static List<MarcEncoding> candidates(MarcEncoding ownSet) {
        return List.of(MarcEncoding.UTF_8, MarcEncoding.GB18030, MarcEncoding.BIG5, ownSet, MarcEncoding.WINDOWS_1252);
    }

    private static double bonus(MarcEncoding candidate, MarcEncoding label, MarcEncoding remembered) {
        return (candidate == label ? LABEL_BONUS : 0) + (candidate == remembered ? MEMORY_BONUS : 0);
    }

    private MarcEncoding remembered() {
        return memory.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
