package org.consortium.web.demo;

import java.util.ArrayList;
import java.util.List;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.consortium.core.union.Issn;

/** Reads what books.tsv says of a real book. */
final class DemoBook {

    private DemoBook() {}

    static Description describe(DemoTable.Row book) {
        return Description.titled(book.get("title"))
                .subtitle(book.get("subtitle"))
                .part(book.get("part"))
                .otherTitles(one(book, "parallel_title"))
                .names(book.several("names").stream().map(DemoBook::name).toList())
                .edition(book.get("edition"))
                .published(book.get("place"), book.get("publisher"), year(book))
                .extent(book.get("extent"))
                .series(one(book, "series"))
                .subjects(book.several("subjects"))
                .summary(book.get("summary"))
                .identifiers(identifiers(book))
                .classNumbers(classNumbers(book))
                .languages(book.several("language"))
                .format(Format.valueOf(book.get("format")))
                .build();
    }

    /** Null where nobody knows. */
    static Integer year(DemoTable.Row book) {
        return book.has("year") ? book.number("year") : null;
    }

    private static List<String> one(DemoTable.Row book, String column) {
        return book.has(column) ? List.of(book.get(column)) : List.of();
    }

    /** As printed, then the romanised form where the catalogue has one, then the role: 韓非=Han, Fei|author. */
    private static Description.Name name(String cell) {
        var bar = cell.lastIndexOf('|');
        var forms = cell.substring(0, bar).split("=", 2);
        var role = cell.substring(bar + 1);
        return forms.length == 2 ? new Description.Name(forms[1], forms[0], role) : Description.Name.of(forms[0], role);
    }

    private static List<Identifier> identifiers(DemoTable.Row book) {
        var identifiers = new ArrayList<Identifier>();
        book.several("isbns").forEach(isbn -> identifiers.add(Identifier.of(new Isbn(isbn))));
        if (book.has("issn")) {
            identifiers.add(Identifier.of(new Issn(book.get("issn"))));
        }
        if (book.has("oclc")) {
            identifiers.add(new Identifier(Identifier.Kind.OCLC, book.get("oclc")));
        }
        if (book.has("lccn")) {
            identifiers.add(new Identifier(Identifier.Kind.LCCN, book.get("lccn")));
        }
        return identifiers;
    }

    private static List<ClassNumber> classNumbers(DemoTable.Row book) {
        var numbers = new ArrayList<ClassNumber>();
        addClass(numbers, ClassNumber.Scheme.CLC, book.get("clc"));
        addClass(numbers, ClassNumber.Scheme.LCC, book.get("lcc"));
        addClass(numbers, ClassNumber.Scheme.DDC, book.get("ddc"));
        return numbers;
    }

    private static void addClass(List<ClassNumber> numbers, ClassNumber.Scheme scheme, String number) {
        if (!number.isEmpty()) {
            numbers.add(new ClassNumber(scheme, number));
        }
    }
}
