package org.consortium.catalog.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/** The hash of every term of a field in a segment, by which the terms of segments are known again; kept as long as the segment. */
final class TermHashes {

    private static final Map<IndexReader.CacheKey, Map<String, long[]>> KEPT = new ConcurrentHashMap<>();

    private TermHashes() {}

    static long[] of(LeafReader segment, String field) throws IOException {
        var core = segment.getCoreCacheHelper();
        if (core == null) {
            return read(segment, field);
        }
        var fields = KEPT.computeIfAbsent(core.getKey(), key -> new ConcurrentHashMap<>());
        var hashes = fields.get(field);
        if (hashes == null) {
            core.addClosedListener(KEPT::remove);
            hashes = read(segment, field);
            fields.put(field, hashes);
        }
        return hashes;
    }

    /** 64 bits: two of a million terms are alike once in forty million indexes. */
    private static long[] read(LeafReader segment, String field) throws IOException {
        var values = DocValues.getSortedSet(segment, field);
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
