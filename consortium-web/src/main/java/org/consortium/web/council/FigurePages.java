package org.consortium.web.council;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.consortium.loans.report.Figures;
import org.consortium.loans.report.LibraryFigures;
import org.consortium.web.site.Dates;
import org.consortium.web.site.Plot;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What the libraries hold, lend and ask for, as plot and table, and as a file for a spreadsheet. */
@Controller
class FigurePages {

    private final Figures figures;
    private final Dates dates;

    FigurePages(Figures figures, Dates dates) {
        this.figures = figures;
        this.dates = dates;
    }

    @GetMapping("/council/figures")
    String figures(Model model) {
        var rows = figures.byLibrary();
        model.addAttribute("rows", rows);
        model.addAttribute("total", figures.inAll());
        model.addAttribute("balance", balance(rows));
        model.addAttribute("months", months());
        return "council/figures";
    }

    private Plot balance(List<LibraryFigures> rows) {
        var locale = LocaleContextHolder.getLocale();
        return Plot.ofBalance(
                "balance",
                rows.stream()
                        .filter(row -> row.lentToOthers() + row.borrowed() > 0)
                        .sorted(Comparator.comparingLong(LibraryFigures::balance)
                                .reversed())
                        .map(row -> new Plot.Figure(row.name().in(locale), row.balance()))
                        .toList());
    }

    private Plot months() {
        return Plot.ofCounts(
                "months",
                figures.loansByMonth().stream()
                        .map(one -> new Plot.Figure(
                                dates.month(one.month()),
                                String.valueOf(one.month().getMonthValue()),
                                one.loans()))
                        .toList());
    }

    @GetMapping("/council/figures.csv")
    ResponseEntity<StreamingResponseBody> csv() {
        var rows = figures.byLibrary();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures.csv\"")
                .body(out -> {
                    try (var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                        write(rows, writer);
                    }
                });
    }

    private static void write(List<LibraryFigures> rows, Writer out) throws IOException {
        // the byte order mark makes spreadsheets read Chinese right
        out.write(
                "\uFEFFcode,name_zh,name_en,titles,copies,readers,loans_open,loans_year,lent_to_others,borrowed,balance\r\n");
        for (var row : rows) {
            out.write("%s,%s,%s,%d,%d,%d,%d,%d,%d,%d,%d\r\n"
                    .formatted(
                            row.library(),
                            quoted(row.name().zh()),
                            quoted(row.name().en()),
                            row.titles(),
                            row.copies(),
                            row.readers(),
                            row.openLoans(),
                            row.loansThisYear(),
                            row.lentToOthers(),
                            row.borrowed(),
                            row.balance()));
        }
    }

    /** Quoted, and harmless to a spreadsheet that takes a leading = + - @ for a formula. */
    private static String quoted(String text) {
        var safe = text.matches("[=+\\-@].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
