package org.consortium.catalog.intake;

import java.time.Instant;
import java.util.Optional;
import org.consortium.catalog.marc.ItemField;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which field the records of a library tell of copies, where its system has a way of its own. */
@Service
public class ItemFields {

    private final JdbcClient jdbc;
    private final Trail trail;

    ItemFields(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    public Optional<ItemField> of(LibraryCode library) {
        return jdbc.sql(
                        "select tag, barcode, location, call_number, item_class, price from item_field where library = :library")
                .param("library", library.value())
                .query((row, n) -> new ItemField(
                        row.getString("tag"),
                        row.getString("barcode"),
                        row.getString("location"),
                        row.getString("call_number"),
                        row.getString("item_class"),
                        row.getString("price")))
                .optional();
    }

    /** From the next file on; records that come unchanged bring no copies anew. */
    @Transactional
    public void name(ItemField field, Staff by, Instant at) {
        jdbc.sql("""
                insert into item_field (library, tag, barcode, location, call_number, item_class, price)
                values (:library, :tag, :barcode, :location, :callNumber, :itemClass, :price)
                on conflict (library) do update
                set tag = excluded.tag, barcode = excluded.barcode, location = excluded.location,
                    call_number = excluded.call_number, item_class = excluded.item_class, price = excluded.price
                """)
                .param("library", by.library().value())
                .param("tag", field.tag())
                .param("barcode", field.barcode())
                .param("location", field.location())
                .param("callNumber", field.callNumber())
                .param("itemClass", field.itemClass())
                .param("price", field.price())
                .update();
        note(field.tag() + " $" + field.barcode(), by, at);
    }

    /** Copies are looked for in the usual fields again. */
    @Transactional
    public void forget(Staff by, Instant at) {
        jdbc.sql("delete from item_field where library = :library")
                .param("library", by.library().value())
                .update();
        note("", by, at);
    }

    private void note(String what, Staff by, Instant at) {
        trail.note(by.actor(), at, "item-field-named", "library", by.library(), by.library(), what);
    }
}
