package org.consortium.catalog.search;

import com.carrotsearch.hppc.procedures.IntProcedure;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Which terms of a field each document of a segment has, read once and kept in memory as long as the segment, and the hashes by
 * which the terms of segments are known again.
 */
final class SegmentTerms {

    /** More than this of the heap is not kept for one field of one segment; it is then read from the index each time. */
    private static final long MOST_BYTES =
            Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / 32);

    private static final Map<IndexReader.CacheKey, Map<String, SegmentTerms>> KEPT = new ConcurrentHashMap<>();

    private final long[] hashes;

    /** Where the terms of each document begin; null where they are not kept. */
    private final int[] starts;

    /** The numbers of a document's terms, each less the one before, seven bits a byte, the lowest first. */
    private byte[] packed;

    /** Kept so that fetching is not left out as work nobody needs. */
    private int lastFetched;

    /** @param most of bytes to keep */
    SegmentTerms(SortedSetDocValues values, int documents, long most) throws IOException {
        hashes = hashes(values);
        starts = pack(values, documents, most);
    }

    static SegmentTerms of(LeafReader segment, String field) throws IOException {
        var core = segment.getCoreCacheHelper();
        if (core == null) {
            return read(segment, field);
        }
        var fields = KEPT.computeIfAbsent(core.getKey(), key -> new ConcurrentHashMap<>());
        var terms = fields.get(field);
        if (terms == null) {
            core.addClosedListener(KEPT::remove);
            terms = read(segment, field);
            fields.put(field, terms);
        }
        return terms;
    }

    private static SegmentTerms read(LeafReader segment, String field) throws IOException {
        return new SegmentTerms(DocValues.getSortedSet(segment, field), segment.maxDoc(), MOST_BYTES);
    }

    int size() {
        return hashes.length;
    }

    long hash(int term) {
        return hashes[term];
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
                long before = 0;
                for (int left = values.docValueCount(); left > 0; left--) {
                    long term = values.nextOrd();
                    at = append(term - before, at);
                    before = term;
                }
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

    private int append(long step, int from) {
        int at = from;
        packed = ArrayUtil.grow(packed, at + Integer.BYTES + 1);
        long left = step;
        for (; left > 0x7f; left >>>= 7) {
            packed[at++] = (byte) (left | 0x80);
        }
        packed[at++] = (byte) left;
        return at;
    }

    /** 64 bits: two of a million terms are alike once in forty million indexes. */
    private static long[] hashes(SortedSetDocValues values) throws IOException {
        var hashes = new long[(int) values.getValueCount()];
        var terms = values.termsEnum();
        for (int at = 0; at < hashes.length; at++) {
            hashes[at] = hash(terms.next());
        }
        return hashes;
    }

    /** FNV-1a, its bits mixed once more so that they spread in a table. */
    private static long hash(BytesRef term) {
        long hash = 0xcbf29ce484222325L;
        for (int at = term.offset; at < term.offset + term.length; at++) {
            hash = (hash ^ term.bytes[at] & 0xff) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
