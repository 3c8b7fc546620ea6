package org.consortium.catalog.marc;

import java.util.regex.Pattern;

/** Tells MARC 21 from UNIMARC by where a record keeps its title, its dates and its language. */
final class FamilyChoice {

    private static final Pattern GENERAL_DATA = Pattern.compile("(?s).{0,3}\\x1Fa\\d{8}.{4,}");

    private static final Pattern CODED_DATA = Pattern.compile("\\d{8}.{4,}");

    private final MarcFamily told;
    private int habit;

    FamilyChoice(MarcFamily told) {
        this.told = told;
    }

    /** Takes note of a record at the file's beginning, for others that show nothing of their own. */
    void learn(MarcRecord record) {
        habit += Integer.signum(points(record));
    }

    MarcFamily choose(MarcRecord record) {
        if (told != null) {
            return told;
        }
        int points = points(record);
        return (points == 0 ? habit : points) > 0 ? MarcFamily.UNIMARC : MarcFamily.MARC21;
    }

    /** Above 0 for UNIMARC, below for MARC 21. */
    private static int points(MarcRecord record) {
        int points = 0;
        points += record.has("200") ? 3 : 0;
        points -= record.has("245") ? 3 : 0;
        points += record.first("100").filter(FamilyChoice::isGeneralData).isPresent() ? 3 : 0;
        points -= record.control("008").length() >= 35 ? 2 : 0;
        points += record.has("801") ? 1 : 0;
        points += record.has("210") ? 1 : 0;
        points -= record.has("260") || record.has("264") ? 1 : 0;
        // the end of the entry map is blank in UNIMARC
        points += record.leader().endsWith("450 ") ? 1 : record.leader().endsWith("4500") ? -1 : 0;
        return points;
    }

    private static boolean isGeneralData(MarcField field) {
        return GENERAL_DATA.matcher(field.value()).matches()
                || CODED_DATA.matcher(field.get('a')).matches();
    }

    /** What a record says its encoding is; null where it says nothing that can be known. */
    static MarcEncoding label(MarcFamily family, MarcRecord record) {
        if (family == MarcFamily.MARC21) {
            return record.leader(9) == 'a' ? MarcEncoding.UTF_8 : MarcEncoding.MARC_8;
        }
        var general = record.first("100").map(MarcField::value).orElse("");
        int data = general.indexOf('\u001F') + 2;
        if (data < 2 || general.length() < data + 28) {
            return null;
        }
        return switch (general.substring(data + 26, data + 28)) {
            case "50" -> MarcEncoding.UTF_8;
            case "03" -> MarcEncoding.ISO_5426;
            default -> null;
        };
    }
}
