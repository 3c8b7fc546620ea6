package org.consortium.catalog.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consortium.core.Paged;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Barcodes for copies of lists that have none: one after the other from the library's own numbers. A title gets as many as
 * its lines tell of copies, less those it was given before; so the same list again gives none.
 */
@Component
class GivenBarcodes {

    private final CopyTable copies;
    private final JdbcClient jdbc;

    GivenBarcodes(CopyTable copies, JdbcClient jdbc) {
        this.copies = copies;
        this.jdbc = jdbc;
    }

    BarcodeRange range(LibraryCode library) {
        return jdbc.sql("select prefix, figures, next from barcode_range where library = :library")
                .param("library", library.value())
                .query((row, n) ->
                        new BarcodeRange(row.getString("prefix"), row.getInt("figures"), row.getLong("next")))
                .optional()
                .orElseGet(() -> BarcodeRange.usual(library));
    }

    void goOnFrom(LibraryCode library, BarcodeRange range) {
        jdbc.sql("""
                insert into barcode_range (library, prefix, figures, next) values (:library, :prefix, :figures, :next)
                on conflict (library) do update
                set prefix = excluded.prefix, figures = excluded.figures, next = excluded.next
                """)
                .param("library", library.value())
                .param("prefix", range.prefix())
                .param("figures", range.figures())
                .param("next", range.next())
                .update();
    }

    /**
     * To be called by one transaction at a time, as intake is.
     *
     * @param told of how many copies without a barcode these lines tell, by contribution
     */
    Map<Long, List<Barcode>> give(LibraryCode library, long job, Map<Long, Integer> told) {
        var lacking = lacking(job, told);
        int number = lacking.values().stream().mapToInt(Integer::intValue).sum();
        if (number == 0) {
            return Map.of();
        }
        var fresh = next(library, number).iterator();
        Map<Long, List<Barcode>> given = new HashMap<>();
        lacking.forEach((contribution, copies) -> {
            for (int i = 0; i < copies; i++) {
                given.computeIfAbsent(contribution, one -> new ArrayList<>()).add(fresh.next());
            }
        });
        note(library, job, given);
        return given;
    }

    private Map<Long, Integer> lacking(long job, Map<Long, Integer> told) {
        Map<Long, Integer> lacking = new LinkedHashMap<>();
        jdbc.sql("""
                with all_told as (
                  insert into copies_told (job, contribution, copies)
                  select :job, contribution, copies from unnest(:contributions, :copies) as t (contribution, copies)
                  on conflict (job, contribution) do update set copies = copies_told.copies + excluded.copies
                  returning contribution, copies)
                select t.contribution,
                       t.copies - (select count(*) from barcode_given g where g.contribution = t.contribution) as lacking
                from all_told t
                """)
                .param("job", job)
                .param("contributions", told.keySet().toArray(Long[]::new))
                .param("copies", told.values().toArray(Integer[]::new))
                .query(row -> {
                    if (row.getInt("lacking") > 0) {
                        lacking.put(row.getLong("contribution"), row.getInt("lacking"));
                    }
                });
        // in the order of the list, so that labels lie as the books do
        Map<Long, Integer> inOrder = new LinkedHashMap<>();
        told.keySet().stream().filter(lacking::containsKey).forEach(one -> inOrder.put(one, lacking.get(one)));
        return inOrder;
    }

    /** Those that stand on a copy already are passed over. */
    private List<Barcode> next(LibraryCode library, int number) {
        var range = range(library);
        var fresh = new ArrayList<Barcode>(number);
        while (fresh.size() < number) {
            var tried = new ArrayList<Barcode>();
            for (int i = fresh.size(); i < number; i++) {
                tried.add(range.barcode());
                range = range.afterIt();
            }
            var taken = new HashSet<>(copies.existing(library, tried).keySet());
            tried.stream().filter(barcode -> !taken.contains(barcode)).forEach(fresh::add);
        }
        goOnFrom(library, range);
        return fresh;
    }

    private void note(LibraryCode library, long job, Map<Long, List<Barcode>> given) {
        var contributions = new ArrayList<Long>();
        var barcodes = new ArrayList<String>();
        given.forEach((contribution, some) -> some.forEach(barcode -> {
            contributions.add(contribution);
            barcodes.add(barcode.value());
        }));
        jdbc.sql("""
                insert into barcode_given (library, barcode, contribution, job)
                select :library, barcode, contribution, :job
                from unnest(:barcodes, :contributions) as g (barcode, contribution)
                on conflict do nothing
                """)
                .param("library", library.value())
                .param("job", job)
                .param("barcodes", barcodes.toArray(String[]::new))
                .param("contributions", contributions.toArray(Long[]::new))
                .update();
    }

    /** Those an import gave, in the order it gave them; copies that have left the stock are left out. */
    Paged<GivenBarcode> of(String job, int page, int size) {
        var from = """
                 from barcode_given g
                join intake_job j on j.id = g.job
                join copy c on c.library = g.library and c.barcode = g.barcode and c.status <> 'WITHDRAWN'
                join union_record u on u.id = c.record
                where j.number = :job
                """;
        long total = jdbc.sql("select count(*)" + from)
                .param("job", job)
                .query(Long.class)
                .single();
        var items = jdbc.sql("select g.barcode, c.record, u.title, c.call_number" + from
                        + " order by length(g.barcode), g.barcode limit :size offset :skip")
                .param("job", job)
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, n) -> new GivenBarcode(
                        new Barcode(row.getString("barcode")),
                        new RecordId(row.getString("record")),
                        row.getString("title"),
                        row.getString("call_number")))
                .list();
        return new Paged<>(items, total, page, size);
    }
}
