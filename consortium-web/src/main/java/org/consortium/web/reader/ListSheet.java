package org.consortium.web.reader;

import java.util.List;
import java.util.Map;
import org.consortium.catalog.reading.ListStep;
import org.consortium.catalog.reading.ReadingList;
import org.consortium.core.union.Description;
import org.consortium.core.union.RecordId;
import org.consortium.web.site.Pager;
import org.springframework.ui.Model;

/** One page of a list of records. */
record ListSheet(ReadingList list, List<ReadingList.Line> lines, Pager pager, int begins) {

    private static final int SIZE = 20;

    /** @param asked a page that is not there any more is the last one */
    static ListSheet of(ReadingList list, int asked) {
        var all = list.lines();
        int pages = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int page = Math.max(0, Math.min(asked, pages - 1));
        int from = page * SIZE;
        return new ListSheet(
                list, all.subList(from, Math.min(all.size(), from + SIZE)), Pager.of(page, pages), from + 1);
    }

    void into(Model model) {
        model.addAttribute("list", list);
        model.addAttribute("lines", lines);
        model.addAttribute("pager", pager);
        model.addAttribute("begins", begins);
        model.addAttribute("steps", ListStep.values());
    }

    static List<String> citations(Map<RecordId, Description> records) {
        return records.values().stream().map(Citation::of).toList();
    }
}
