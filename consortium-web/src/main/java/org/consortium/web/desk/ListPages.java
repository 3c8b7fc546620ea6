package org.consortium.web.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consortium.catalog.intake.BriefRecords;
import org.consortium.catalog.intake.IntakeDesk;
import org.consortium.catalog.intake.IntakeJob;
import org.consortium.catalog.sheet.SheetColumn;
import org.consortium.catalog.sheet.SheetMapping;
import org.consortium.catalog.sheet.SheetRow;
import org.consortium.catalog.sheet.SheetTemplate;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Pager;
import org.consortium.web.site.Refusals;
import org.consortium.web.site.States;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of titles in a spreadsheet: an empty one to fill in, what the columns of one tell, and what is still to be completed. */
@Controller
class ListPages {

    private static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "Big5", "UTF-16");
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int BRIEFS = 50;
    /** A sheet of A4: three beside each other, eight rows. */
    private static final int LABELS = 24;

    private final IntakeDesk desk;
    private final BriefRecords briefs;
    private final States states;
    private final DeskWords words;
    private final Refusals refusals;

    ListPages(IntakeDesk desk, BriefRecords briefs, States states, DeskWords words, Refusals refusals) {
        this.desk = desk;
        this.briefs = briefs;
        this.states = states;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping("/desk/imports/template.xlsx")
    ResponseEntity<StreamingResponseBody> workbook() {
        var headings = headings();
        var name = words.word("lists.template.name");
        return download(name + ".xlsx", WORKBOOK, out -> SheetTemplate.writeWorkbook(headings, name, out));
    }

    @GetMapping("/desk/imports/template.csv")
    ResponseEntity<StreamingResponseBody> text() {
        var headings = headings();
        return download(
                words.word("lists.template.name") + ".csv",
                "text/csv;charset=UTF-8",
                out -> SheetTemplate.writeText(headings, out));
    }

    private List<String> headings() {
        return SheetTemplate.COLUMNS.stream()
                .map(column -> words.word(states.word(column)))
                .toList();
    }

    private static ResponseEntity<StreamingResponseBody> download(
            String name, String mediaType, StreamingResponseBody body) {
        var disposition = ContentDisposition.attachment()
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(body);
    }

    /** A column of the list: where it stands, counting from 1, and what it seems to tell. */
    record Column(int number, SheetColumn told) {}

    @GetMapping("/desk/imports/{number}/columns")
    String columns(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String encoding,
            Staff by,
            Model model,
            RedirectAttributes after) {
        var job = desk.job(number, of(by));
        if (job.state() != IntakeJob.State.MAPPING) {
            return "redirect:/desk/imports/" + number;
        }
        try {
            var rows = desk.beginning(number, of(by), encoding);
            var chosen = model.getAttribute("before") instanceof String before
                    ? SheetMapping.of(before)
                    : SheetMapping.guessed(rows.get(0));
            model.addAttribute("job", job);
            model.addAttribute("gives", chosen.givesBarcodes() || chosen.countsCopies());
            model.addAttribute("nextBarcode", desk.nextBarcode(by.library()));
            model.addAttribute("rows", rows);
            model.addAttribute("chosen", chosen);
            model.addAttribute("columns", columns(rows, chosen));
            model.addAttribute("choices", SheetColumn.values());
            model.addAttribute("encodings", ENCODINGS);
            model.addAttribute("encoding", encoding);
            return "desk/columns";
        } catch (Refusal unreadable) {
            if (unreadable.reason().kind() != Reason.Kind.INVALID || encoding.isEmpty()) {
                throw unreadable;
            }
            after.addFlashAttribute("refused", refusals.told(unreadable));
            return "redirect:/desk/imports/" + number + "/columns";
        }
    }

    private static List<Column> columns(List<SheetRow> rows, SheetMapping chosen) {
        var most = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        return IntStream.range(0, Math.min(most, SheetMapping.MOST_COLUMNS))
                .mapToObj(i -> new Column(
                        i + 1, i < chosen.columns().size() ? chosen.columns().get(i) : SheetColumn.IGNORED))
                .toList();
    }

    @PostMapping("/desk/imports/{number}/columns")
    String name(
            @PathVariable String number,
            @RequestParam(required = false) List<SheetColumn> column,
            @RequestParam(defaultValue = "false") boolean heading,
            @RequestParam(defaultValue = "false") boolean deletes,
            @RequestParam(defaultValue = "false") boolean gives,
            @RequestParam(defaultValue = "") String firstBarcode,
            @RequestParam(defaultValue = "") String encoding,
            Staff by,
            RedirectAttributes after) {
        var list = new SheetMapping(column == null ? List.of() : column, heading, deletes, gives);
        try {
            desk.map(number, list, encoding, firstBarcode, by);
            return "redirect:/desk/imports/" + number;
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
            after.addFlashAttribute("before", list.kept());
            if (!encoding.isEmpty()) {
                after.addAttribute("encoding", encoding);
            }
            return "redirect:/desk/imports/" + number + "/columns";
        }
    }

    /** The barcodes an import gave, to be printed and stuck on the books. */
    @GetMapping("/desk/imports/{number}/labels")
    String labels(@PathVariable String number, @RequestParam(defaultValue = "0") int page, Staff by, Model model) {
        var given = desk.givenBarcodes(number, of(by), Math.max(0, page), LABELS);
        model.addAttribute("job", desk.job(number, of(by)));
        model.addAttribute("labels", given);
        model.addAttribute("pager", Pager.of(given));
        return "desk/labels";
    }

    @GetMapping("/desk/brief-records")
    String briefs(@RequestParam(defaultValue = "0") int page, Staff by, Model model) {
        var found = briefs.of(by.library(), Math.max(0, page), BRIEFS);
        model.addAttribute("briefs", found);
        model.addAttribute("pager", Pager.of(found));
        return "desk/brief-records";
    }

    private static Optional<LibraryCode> of(Staff by) {
        return Optional.of(by.library());
    }
}
