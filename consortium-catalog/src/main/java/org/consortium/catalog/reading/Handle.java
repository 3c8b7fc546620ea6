package org.consortium.catalog.reading;

import java.util.regex.Pattern;
import org.consortium.core.Letters;

/** What a reader's own list or search is called in her addresses: ten letters by chance. It opens nothing to anybody else. */
public record Handle(String value) {

    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile(Letters.ONE + "{" + LENGTH + "}");

    public Handle {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a handle: " + value);
        }
    }

    static Handle random() {
        return new Handle(Letters.random(LENGTH));
    }

    @Override
    public String toString() {
        return value;
    }
}
