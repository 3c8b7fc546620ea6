package org.consortium.catalog.marc;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.ClassNumber.Scheme;

/** Gathers a record's class numbers; a number that cannot be of its scheme is left out. */
final class FoundClasses {

    /** Chinese Library Classification: one or two letters, then digits and signs; a main class alone also stands. */
    private static final Pattern CLC = Pattern.compile("[A-KN-VXZ][A-Z]?(\\d.*)?");

    private static final Pattern LCC = Pattern.compile("[A-Z]{1,3}\\s?\\d.*");
    private static final Pattern DDC = Pattern.compile("\\[?[A-Z]{0,3}\\s?\\d{3}.*");

    private static final Pattern DDC_CALL_NUMBER = Pattern.compile("\\d{3}(\\.\\d+)?(\\s.*)?");

    private final Warnings warnings;
    private final Set<ClassNumber> found = new LinkedHashSet<>();

    FoundClasses(Warnings warnings) {
        this.warnings = warnings;
    }

    void clc(String number, String tag) {
        add(Scheme.CLC, CLC, number, tag);
    }

    void lcc(String number, String tag) {
        add(Scheme.LCC, LCC, number, tag);
    }

    void ddc(String number, String tag) {
        add(Scheme.DDC, DDC, number.replace("/", "").replace("'", ""), tag);
    }

    void other(String number, String tag) {
        add(Scheme.OTHER, null, number, tag);
    }

    /** A local call number, whatever scheme it looks like; only Library of Congress and Dewey can be told by their look. */
    void byLook(String number, String tag) {
        if (LCC.matcher(number).matches()) {
            lcc(number, tag);
        } else if (DDC_CALL_NUMBER.matcher(number).matches()) {
            ddc(number.split("\\s", 2)[0], tag);
        }
    }

    private void add(Scheme scheme, Pattern form, String number, String tag) {
        var narrow = narrow(number, tag, warnings);
        if (!narrow.isEmpty()
                && narrow.length() <= 100
                && (form == null || form.matcher(narrow).matches())) {
            found.add(new ClassNumber(scheme, narrow));
        }
    }

    /** Numbers typed with full-width letters look alike but would sort and match apart. */
    static String narrow(String number, String tag, Warnings warnings) {
        var narrow = Normalizer.normalize(number, Normalizer.Form.NFKC).strip();
        if (number.chars().anyMatch(c -> c >= 0xFF01 && c <= 0xFF5E)) {
            warnings.add(MarcWarning.Kind.FULL_WIDTH_CALL_NUMBER, tag, number);
        }
        return narrow;
    }

    List<ClassNumber> all() {
        return new ArrayList<>(found);
    }
}
