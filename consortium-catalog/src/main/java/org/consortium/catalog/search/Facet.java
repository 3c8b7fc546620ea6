package org.consortium.catalog.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Format;

/** A way to narrow a search by choosing values: those of one facet widen, different facets narrow. */
public enum Facet {
    /** All libraries of a region with all libraries below them, by its name as they say it. */
    REGION("region", Facet::heading),
    /** A library with all libraries below it. */
    LIBRARY("library", value -> new LibraryCode(value).value()),
    BRANCH("branch", value -> new BranchCode(value).value()),
    FORMAT("format", value -> Format.valueOf(value.toUpperCase(Locale.ROOT)).name()),
    /** ISO 639-2/B code. */
    LANGUAGE("language", Facet::language),
    /** A name as it is shown. */
    AUTHOR("author", Facet::heading),
    SUBJECT("subject", Facet::heading),
    /** A class of the Chinese Library Classification with everything below it: I, I2, I247.5. */
    CLASS("class", Facet::clc);

    private static final int LONGEST_HEADING = 200;

    private final String parameter;
    private final UnaryOperator<String> reader;

    Facet(String parameter, UnaryOperator<String> reader) {
        this.parameter = parameter;
        this.reader = reader;
    }

    /** Its name in an address. */
    public String parameter() {
        return parameter;
    }

    public static Optional<Facet> named(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter.equals(parameter))
                .findFirst();
    }

    /** A value as it is kept; what cannot be one is an {@link IllegalArgumentException}. */
    String read(String value) {
        return reader.apply(value.strip());
    }

    /** A value as it stands in an address. */
    public String written(String value) {
        return this == FORMAT ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static String language(String value) {
        var code = value.toLowerCase(Locale.ROOT);
        if (!code.matches("[a-z]{3}")) {
            throw new IllegalArgumentException("Not a language code: " + value);
        }
        return code;
    }

    private static String heading(String value) {
        if (value.isEmpty() || value.length() > LONGEST_HEADING) {
            throw new IllegalArgumentException("Not a heading");
        }
        return value;
    }

    private static String clc(String value) {
        var number = value.toUpperCase(Locale.ROOT);
        if (!number.matches("[A-Z][0-9A-Z./()=+\"-]{0,39}")) {
            throw new IllegalArgumentException("Not a class number: " + value);
        }
        return number;
    }
}
