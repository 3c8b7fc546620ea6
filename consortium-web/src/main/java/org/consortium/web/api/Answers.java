package org.consortium.web.api;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers that carry the version of what they show. */
final class Answers {

    static <T> ResponseEntity<T> shown(long version, T body) {
        return ResponseEntity.ok().eTag(IfMatch.etag(version)).body(body);
    }

    static <T> ResponseEntity<T> created(String address, long version, T body) {
        return ResponseEntity.created(URI.create(address))
                .eTag(IfMatch.etag(version))
                .body(body);
    }

    private Answers() {}
}
