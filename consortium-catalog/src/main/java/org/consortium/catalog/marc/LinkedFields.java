package org.consortium.catalog.marc;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields 880 of a MARC 21 record: the same statements in the original script, tied to their romanised twins by
 * subfield 6 (880-01 there, 245-01 here; 00 where there is no twin).
 */
final class LinkedFields {

    private static final Pattern STRAY_CODE = Pattern.compile("\\$[a-z].+");

    private final MarcRecord record;
    private final List<MarcField> originals;

    LinkedFields(MarcRecord record) {
        this.record = record;
        this.originals = record.tagged("880").map(LinkedFields::mended).toList();
    }

    /** Some exports put a delimiter into the link's own code, so that {@code $a} stands in the text: {@code 245-02/|1$aTitle}. */
    private static MarcField mended(MarcField field) {
        var subfields = field.subfields().stream()
                .map(subfield -> subfield.code() == '1'
                                && STRAY_CODE.matcher(subfield.value()).matches()
                        ? new MarcField.Subfield(
                                subfield.value().charAt(1), subfield.value().substring(2))
                        : subfield)
                .toList();
        return new MarcField(field.tag(), field.first(), field.second(), "", subfields);
    }

    Optional<MarcField> original(MarcField field) {
        if (originals.isEmpty()) {
            return Optional.empty();
        }
        var link = field.get('6');
        if (link.length() >= 6) {
            var wanted = field.tag() + link.substring(3, 6);
            return originals.stream()
                    .filter(original -> original.get('6').startsWith(wanted))
                    .findFirst();
        }
        // a twin that forgot its link is still the only one of its kind
        boolean only = record.all(field.tag()).size() == 1;
        return only ? of(field.tag()).stream().findFirst() : Optional.empty();
    }

    /** Statements of this tag that stand in the original script only. */
    List<MarcField> alone(String tag) {
        return originals.isEmpty()
                ? List.of()
                : of(tag).stream()
                        .filter(field -> field.get('6').startsWith(tag + "-00"))
                        .toList();
    }

    private List<MarcField> of(String tag) {
        return originals.stream()
                .filter(field -> field.get('6').startsWith(tag))
                .toList();
    }
}
