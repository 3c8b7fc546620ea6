package org.consortium.catalog.marc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The copies a MARC 21 record tells of, as different library systems write them. Only a field that has the marks of its
 * system is read that way, because the tags 9XX mean something else in every house.
 */
final class Marc21Items {

    private final MarcRecord record;
    private final Warnings warnings;

    Marc21Items(MarcRecord record, Warnings warnings) {
        this.record = record;
        this.warnings = warnings;
    }

    List<MarcItem> items() {
        var items = new ArrayList<MarcItem>();
        record.tagged("952").filter(Marc21Items::isKoha).map(this::koha).forEach(items::add);
        record.tagged("945")
                .filter(field -> field.has('i') && field.has('l'))
                .map(this::innovative)
                .forEach(items::add);
        record.tagged("949", "999")
                .filter(field -> field.has('i') && (field.has('w') || field.has('l') || field.has('m')))
                .map(this::symphony)
                .forEach(items::add);
        var places = places();
        record.tagged("876", "877", "878")
                .filter(field -> field.has('p'))
                .map(field -> holdingsFormat(field, places))
                .forEach(items::add);
        boolean described = !items.isEmpty();
        record.tagged("852")
                .filter(field -> field.has('p') || !described && (field.has('b') || field.has('h') || field.has('j')))
                .map(this::location)
                .forEach(items::add);
        return items;
    }

    private static boolean isKoha(MarcField field) {
        return field.has('p') && (field.has('a') || field.has('b') || field.has('o') || field.has('y'));
    }

    /** Koha 952: home branch a, holding branch b, shelf c, call number o, type y, price g, copy t, withdrawn 0, lost 1, damaged 4, not for loan 7. */
    private MarcItem koha(MarcField field) {
        var status = Stream.of("withdrawn:0", "lost:1", "damaged:4", "not for loan:7")
                .filter(mark -> !field.get(mark.charAt(mark.length() - 1)).isEmpty()
                        && !field.get(mark.charAt(mark.length() - 1)).equals("0"))
                .map(mark -> mark.substring(0, mark.length() - 2))
                .collect(Collectors.joining(", "));
        return item(field, 'p', field.joined("ac", " / "), field.get('o'), 'y', status, 't', 'g', 'z');
    }

    /** Innovative 945: barcode i, location l, item type t, status s, copy g, price p, call number a b, volume c. */
    private MarcItem innovative(MarcField field) {
        return item(field, 'i', field.get('l'), field.joined("abc", " "), 't', field.get('s'), 'g', 'p', 'n');
    }

    /** SirsiDynix Symphony 999 (and 949): call number a, copy c, barcode i, current k and home l location, library m, price p, type t, note o. */
    private MarcItem symphony(MarcField field) {
        var place = Stream.of(field.get('m'), field.get('l'))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.joining(" / "));
        return item(field, 'i', place, field.get('a'), 't', field.get('k'), 'c', 'p', 'o');
    }

    /** MARC 21 Holdings 876–878: barcode p, copy t, cost c, status j, use restrictions h, tied by 8 or 0 to its location 852. */
    private MarcItem holdingsFormat(MarcField field, Map<String, MarcField> places) {
        var place = field.all("80").stream()
                .map(link -> places.get(link.split("\\.")[0]))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(places.get(""));
        return place == null
                ? item(field, 'p', field.get('l'), "", 'h', field.get('j'), 't', 'c', 'z')
                : item(field, 'p', distinct(place, "abc"), callNumber(place), 'h', field.get('j'), 't', 'c', 'z');
    }

    /** Locations by the number that ties items to them; the first one also under no number. */
    private Map<String, MarcField> places() {
        var places = new HashMap<String, MarcField>();
        for (var location : record.all("852")) {
            places.putIfAbsent("", location);
            location.all("80").forEach(link -> places.putIfAbsent(link.split("\\.")[0], location));
        }
        return places;
    }

    /** Field 852 with its copy: barcode p, copy t, note z; Evergreen adds circulation modifier g, price y and status in x. */
    private MarcItem location(MarcField field) {
        if (!field.has('p')) {
            warnings.add(MarcWarning.Kind.ITEM_WITHOUT_BARCODE, "852", field.joined("abchij", " "));
        }
        return item(field, 'p', distinct(field, "abc"), callNumber(field), 'g', field.get('x'), 't', 'y', 'z');
    }

    private static String distinct(MarcField field, String codes) {
        return field.all(codes).stream().distinct().collect(Collectors.joining(" / "));
    }

    private static String callNumber(MarcField location) {
        var classified = location.joined("khijm", " ");
        return classified.isEmpty() ? location.get('l') : classified;
    }

    private MarcItem item(
            MarcField field,
            char barcode,
            String location,
            String callNumber,
            char itemClass,
            String status,
            char copy,
            char price,
            char note) {
        return new MarcItem(
                field.get(barcode),
                location,
                FoundClasses.narrow(callNumber, field.tag(), warnings),
                field.get(itemClass),
                status,
                field.get(copy),
                field.get(price),
                field.get(note));
    }
}
