package org.consortium.catalog.marc;

import java.util.EnumMap;
import java.util.Map;

/**
 * Chooses each record's encoding: what the bytes say comes before what the record says of itself, because labels are
 * wrong in whole catalogues. A record with too little beyond ASCII follows the file's other records.
 */
final class EncodingChoice {

    private static final double SURE = 0.95;
    private static final double LABEL_BONUS = 0.15;
    private static final double MEMORY_BONUS = 0.25;
    private static final int FEW_BYTES = 12;

    private final MarcEncoding told;
    private final Map<MarcEncoding, Long> memory = new EnumMap<>(MarcEncoding.class);

    EncodingChoice(MarcEncoding told) {
        this.told = told;
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
        if (evidence.beyondAscii() > FEW_BYTES || evidence.of(chosen) == 1) {
            memory.merge(chosen, (long) evidence.beyondAscii(), Long::sum);
        }
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
        var best = MarcEncoding.UTF_8;
        double bestScore = utf8 + bonus(MarcEncoding.UTF_8, label, remembered);
        for (var candidate :
                new MarcEncoding[] {MarcEncoding.GB18030, MarcEncoding.BIG5, ownSet, MarcEncoding.WINDOWS_1252}) {
            double score = evidence.of(candidate) + bonus(candidate, label, remembered);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
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
