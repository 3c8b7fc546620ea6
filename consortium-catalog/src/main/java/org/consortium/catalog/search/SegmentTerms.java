package org.consortium.catalog.search;

import com.carrotsearch.hppc.procedures.IntProcedure;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Which terms of a field each document of a segment has, read once and kept in memory as long as the segment; and the hashes by
 * which the terms of segments are known again. Of the forms of a {@link Heading} the one most documents have stands for all.
 */
final class SegmentTerms {

    /** More than this of the heap is not kept for one field of one segment; it is then read from the index each time. */
    private static final long MOST_BYTES =
            Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / 32);

    /** So many are kept by name as well. */
    private static final int FEW = 1 << 15;

    private static final Map<IndexReader.CacheKey, Map<String, SegmentTerms>> KEPT = new ConcurrentHashMap<>();

    private final long[] hashes;

    /** Their names where they are few, else null. */
    private final String[] names;

    /** Which stands for each; null where each stands for itself. */
    private final int[] standing;

    /** Where the terms of each document begin; null where they are not kept. */
    private final int[] starts;

    /** The numbers of a document's terms, each less the one before, seven bits a byte, the lowest first. */
    private byte[] packed;

    /** Kept so that fetching is not left out as work nobody needs. */
    private int lastFetched;

    /** @param most of bytes to keep */
    SegmentTerms(LeafReader segment, String field, long most) throws IOException {
        var values = DocValues.getSortedSet(segment, field);
        hashes = new long[(int) values.getValueCount()];
        names = hashes.length <= FEW ? new String[hashes.length] : null;
        standing = readTerms(values.termsEnum()) ? chosen(DocValues.getSortedSet(segment, field)) : null;
        starts = pack(values, segment.maxDoc(), most);
    }

    static SegmentTerms of(LeafReader segment, String field) throws IOException {
        var core = segment.getCoreCacheHelper();
        if (core == null) {
            return new SegmentTerms(segment, field, MOST_BYTES);
        }
        var fields = KEPT.computeIfAbsent(core.getKey(), key -> new ConcurrentHashMap<>());
        var terms = fields.get(field);
        if (terms == null) {
            core.addClosedListener(KEPT::remove);
            terms = new SegmentTerms(segment, field, MOST_BYTES);
            fields.put(field, terms);
        }
        return terms;
    }

    int size() {
        return hashes.length;
    }

    long hash(int term) {
        return hashes[term];
    }

    /** @param from the segment as whoever asks reads it */
    String name(int term, SortedSetDocValues from) throws IOException {
        return names == null ? from.lookupOrd(term).utf8ToString() : names[term];
    }

    int standingFor(int term) {
        return standing == null ? term : standing[term];
    }

    boolean areKept() {
        return starts != null;
    }

    /**
     * Tells the terms of the first documents of an array, where terms are kept. Where each begins is looked up for all of them before
     * any is read: the memory they stand in is fetched side by side then, and waiting for it is most of what counting costs.
     */
    void each(int[] documents, int many, IntProcedure what) {
        var begins = new int[many];
        var ends = new int[many];
        for (int i = 0; i < many; i++) {
            begins[i] = starts[documents[i]];
            ends[i] = starts[documents[i] + 1];
        }
        int fetched = 0;
        for (int i = 0; i < many; i++) {
            fetched |= packed[begins[i]];
        }
        lastFetched = fetched;
        for (int i = 0; i < many; i++) {
            unpack(begins[i], ends[i], what);
        }
    }

    private void unpack(int begin, int end, IntProcedure what) {
        int term = 0;
        for (int at = begin; at < end; ) {
            int part = packed[at++];
            int step = part & 0x7f;
            for (int shift = 7; part < 0; shift += 7) {
                part = packed[at++];
                step |= (part & 0x7f) << shift;
            }
            term += step;
            what.apply(term);
        }
    }

    private int[] pack(SortedSetDocValues values, int documents, long most) throws IOException {
        var begins = new int[documents + 1];
        packed = new byte[documents];
        int at = 0;
        for (int document = 0; document < documents; document++) {
            begins[document] = at;
            if (values.advanceExact(document)) {
                at = packTerms(values, at);
            }
            if (at > most) {
                packed = null;
                return null;
            }
        }
        begins[documents] = at;
        packed = ArrayUtil.copyOfSubArray(ArrayUtil.grow(packed, at + 1), 0, at + 1);
        return begins;
    }

    private int packTerms(SortedSetDocValues values, int from) throws IOException {
        int at = from;
        int before = -1;
        for (int left = values.docValueCount(); left > 0; left--) {
            int term = standingFor((int) values.nextOrd());
            if (term > before) {
                at = append(term - Math.max(0, before), at);
                before = term;
            }
        }
        return at;
    }

    private int append(int step, int from) {
        int at = from;
        packed = ArrayUtil.grow(packed, at + Integer.BYTES + 1);
        int left = step;
        for (; left > 0x7f; left >>>= 7) {
            packed[at++] = (byte) (left | 0x80);
        }
        packed[at++] = (byte) left;
        return at;
    }

    /** Whether some are forms of one; these follow each other. */
    private boolean readTerms(TermsEnum terms) throws IOException {
        boolean together = false;
        for (int at = 0; at < hashes.length; at++) {
            var term = terms.next();
            hashes[at] = hash(term);
            together |= at > 0 && hashes[at] == hashes[at - 1];
            if (names != null) {
                names[at] = term.utf8ToString();
            }
        }
        return together;
    }

    /** For each the form of it that most documents have. */
    private int[] chosen(SortedSetDocValues all) throws IOException {
        var counts = new int[hashes.length];
        while (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            for (int left = all.docValueCount(); left > 0; left--) {
                counts[(int) all.nextOrd()]++;
            }
        }
        var chosen = new int[hashes.length];
        for (int first = 0, next; first < chosen.length; first = next) {
            int best = first;
            for (next = first + 1; next < chosen.length && hashes[next] == hashes[first]; next++) {
                if (counts[next] > counts[best] || counts[next] == counts[best] && simpler(all, next, best)) {
                    best = next;
                }
            }
            Arrays.fill(chosen, first, next, best);
        }
        return chosen;
    }

    private static boolean simpler(SortedSetDocValues all, int term, int than) throws IOException {
        var other = Heading.parse(all.lookupOrd(than).utf8ToString());
        return Heading.SIMPLIFIED_FIRST.compare(
                        Heading.parse(all.lookupOrd(term).utf8ToString()), other)
                < 0;
    }

    /**
     * Of what a heading's forms share, or of the whole term. FNV-1a, its bits mixed once more so that they spread in a table;
     * 64 bits: two of a million terms are alike once in forty million indexes.
     */
    private static long hash(BytesRef term) {
        int end = Heading.sharedBytes(term.bytes, term.offset, term.length);
        long hash = 0xcbf29ce484222325L;
        for (int at = term.offset; at < term.offset + end; at++) {
            hash = (hash ^ term.bytes[at] & 0xff) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
