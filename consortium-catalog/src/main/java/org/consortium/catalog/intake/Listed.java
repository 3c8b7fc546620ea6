package org.consortium.catalog.intake;

import java.util.List;
import org.consortium.catalog.marc.MarcItem;
import org.consortium.catalog.marc.MarcWarning;
import org.consortium.core.union.Description;
import org.consortium.core.union.Identifier;

/**
 * What a line of a list says.
 *
 * @param controlNumber the library's own, or one made of what the line says of the title: the same title has the same
 * @param own what the line says of the title, without its copy, as bytes
 * @param description null where it names no title
 * @param isbn null where it names none, or none that can be
 */
record Listed(
        int number,
        String controlNumber,
        byte[] own,
        Description description,
        Identifier isbn,
        List<MarcItem> items,
        List<MarcWarning> warnings) {

    Listed {
        items = List.copyOf(items);
        warnings = List.copyOf(warnings);
    }
}
