package org.consortium.web.matching;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.consortium.catalog.intake.Originals;
import org.consortium.catalog.intake.Originals.Original;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's record as it came: every field of it, also those nothing is made of, and its bytes. */
@Controller
class SourcePages {

    private final Originals originals;
    private final UnionRecords records;
    private final MatchWords words;

    SourcePages(Originals originals, UnionRecords records, MatchWords words) {
        this.originals = originals;
        this.records = records;
        this.words = words;
    }

    /** One thing a line of a list says, under the name of its column. */
    record Said(String column, String text) {}

    /** {@code of} names the contribution: {@code yunze-city/001234}. */
    @GetMapping("/records/{id}/source")
    String show(@PathVariable RecordId id, @RequestParam String of, Model model) {
        var record = records.required(id);
        if (!record.id().equals(id)) {
            return "redirect:/records/" + record.id() + "/why";
        }
        var original = original(id, of);
        model.addAttribute("record", record);
        model.addAttribute("of", of);
        model.addAttribute("original", original);
        model.addAttribute("marc", original.marc().orElse(null));
        model.addAttribute(
                "written", original.written().stream().map(this::said).toList());
        model.addAttribute("name", words.names(List.of(original.library())).get(original.library()));
        return "matching/source";
    }

    private Original original(RecordId id, String of) {
        var name = ContributionName.of(of);
        return originals.of(id, name.library(), name.controlNumber());
    }

    /** A line of a list is kept as {@code TITLE=红楼梦}; what was typed in, as it is stored. */
    private Said said(String line) {
        int sign = line.indexOf('=');
        return sign < 1 || line.startsWith("{")
                ? new Said("", line)
                : new Said(columnWord(line.substring(0, sign)), line.substring(sign + 1));
    }

    private String columnWord(String column) {
        return words.word("word.sheet-column." + column.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @GetMapping("/records/{id}/source/file")
    ResponseEntity<byte[]> file(@PathVariable RecordId id, @RequestParam String of) {
        var original = original(id, of);
        var ending = original.isXml() ? ".xml" : original.isMarc() ? ".mrc" : ".txt";
        var disposition = ContentDisposition.attachment()
                .filename(original.controlNumber() + ending, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(original.raw());
    }
}
