package org.consortium.catalog.intake;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.consortium.core.union.ItemClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a library's own codes of kinds of items map to the consortium's classes. Copies with an unmapped code are in the
 * safest class until somebody maps it; then they follow.
 */
@Service
public class ItemClassCodes {

    private static final int LONGEST = 40;

    private final JdbcClient jdbc;
    private final Trail trail;

    ItemClassCodes(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    public Map<String, ItemClass> of(LibraryCode library) {
        Map<String, ItemClass> classes = new HashMap<>();
        jdbc.sql("select code, item_class from item_class_code where library = :library")
                .param("library", library.value())
                .query(row -> {
                    classes.put(row.getString("code"), ItemClass.valueOf(row.getString("item_class")));
                });
        return classes;
    }

    /** Work to do: codes that copies carry and nobody has mapped, the most used first. */
    public List<Unmapped> unmapped(LibraryCode library) {
        return jdbc.sql("""
                select c.item_code, count(*) as copies
                from copy c
                where c.library = :library and c.item_code <> '' and c.item_class = :safest
                  and not exists (select from item_class_code m where m.library = c.library and m.code = c.item_code)
                group by c.item_code
                order by copies desc, c.item_code
                """)
                .param("library", library.value())
                .param("safest", ItemClass.SAFEST.name())
                .query((row, n) -> new Unmapped(row.getString("item_code"), row.getInt("copies")))
                .list();
    }

    public record Unmapped(String code, int copies) {}

    /** What is mapped already, in the order of the codes. */
    public List<Mapped> mapped(LibraryCode library) {
        return jdbc.sql("""
                select m.code, m.item_class, count(c.id) as copies
                from item_class_code m
                left join copy c on c.library = m.library and c.item_code = m.code
                where m.library = :library
                group by m.code, m.item_class
                order by m.code
                """)
                .param("library", library.value())
                .query((row, n) -> new Mapped(
                        row.getString("code"), ItemClass.valueOf(row.getString("item_class")), row.getInt("copies")))
                .list();
    }

    public record Mapped(String code, ItemClass itemClass, int copies) {}

    /** From now on the code means this class, also for the copies that are there. */
    @Transactional
    public int map(String code, ItemClass itemClass, Staff by, Instant at) {
        var clean = clean(code);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new Refusal(IntakeRefusal.ITEM_CODE_FORM);
        }
        jdbc.sql("""
                insert into item_class_code (library, code, item_class) values (:library, :code, :class)
                on conflict (library, code) do update set item_class = excluded.item_class
                """)
                .param("library", by.library().value())
                .param("code", clean)
                .param("class", itemClass.name())
                .update();
        int copies = jdbc.sql("""
                update copy set item_class = :class, version = version + 1
                where library = :library and item_code = :code and item_class <> :class
                """)
                .param("library", by.library().value())
                .param("code", clean)
                .param("class", itemClass.name())
                .update();
        trail.note(
                by.actor(), at, "item-code-mapped", "library", by.library(), by.library(), clean + " = " + itemClass);
        return copies;
    }

    static String clean(String code) {
        return Texts.clipped(code.strip(), LONGEST);
    }
}
