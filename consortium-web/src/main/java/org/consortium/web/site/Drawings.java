package org.consortium.web.site;

import org.springframework.stereotype.Component;

/** What the pages draw rather than write: book covers and barcodes. */
@Component
public class Drawings {

    public Cover cover(String title, String classNumber) {
        return Cover.of(title, classNumber);
    }

    public Bars barcode(String value) {
        return Bars.of(value);
    }
}
