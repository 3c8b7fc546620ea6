package org.consortium.web.reader;

import java.util.List;
import org.consortium.catalog.reading.Handle;
import org.consortium.catalog.reading.ListStep;
import org.consortium.catalog.reading.ReadingListDesk;
import org.consortium.catalog.reading.ReadingLists;
import org.consortium.core.card.Reader;
import org.consortium.core.union.RecordId;
import org.consortium.web.site.Here;
import org.consortium.web.site.Telling;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A reader's own lists of records. */
@Controller
class ReadingListPages {

    private static final String LISTS = "redirect:/account/lists";

    private final ReadingLists lists;
    private final ReadingListDesk desk;
    private final Telling telling;
    private final Here here;

    ReadingListPages(ReadingLists lists, ReadingListDesk desk, Telling telling, Here here) {
        this.lists = lists;
        this.desk = desk;
        this.telling = telling;
        this.here = here;
    }

    @GetMapping("/account/lists")
    String all(Reader reader, Model model) {
        model.addAttribute("lists", lists.of(reader.id()));
        model.addAttribute("taken", lists.taken(reader.id()));
        return "reader/reading-lists";
    }

    @PostMapping("/account/lists")
    String make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.make(name, note, reader.id());
            return telling.word("lists.said.made", name.strip());
        });
        return LISTS;
    }

    /** From a record, or from results: the records ticked go into the list chosen, or into a new one. */
    @PostMapping("/account/list-records")
    String add(
            @RequestParam(name = "record", defaultValue = "") List<RecordId> records,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String name,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            if (records.isEmpty()) {
                return telling.word("lists.said.none-chosen");
            }
            var handle = list.isEmpty() ? desk.make(name, "", reader.id()) : new Handle(list);
            int added = desk.add(handle, records, reader.id());
            var into = lists.required(handle, reader.id()).name();
            return telling.word(added == 0 ? "lists.said.there" : "lists.said.added", into, added);
        });
        return "redirect:" + here.getBack().orElse("/account/lists");
    }

    @GetMapping("/account/lists/{handle}")
    String one(@PathVariable Handle handle, @RequestParam(defaultValue = "0") int page, Reader reader, Model model) {
        var list = lists.required(handle, reader.id());
        ListSheet.of(list, page).into(model);
        model.addAttribute(
                "address",
                list.link()
                        .map(link -> ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/lists/" + link)
                                .toUriString())
                        .orElse(null));
        return "reader/reading-list";
    }

    /** The whole list on one page, to be printed. */
    @GetMapping("/account/lists/{handle}/sheet")
    String sheet(@PathVariable Handle handle, Reader reader, Model model) {
        var list = lists.required(handle, reader.id());
        model.addAttribute("list", list);
        model.addAttribute("citations", ListSheet.citations(lists.descriptions(list)));
        model.addAttribute("back", "/account/lists/" + handle);
        return "reader/reading-list-sheet";
    }

    @GetMapping("/account/lists/{handle}/records.{form}")
    ResponseEntity<String> file(@PathVariable Handle handle, @PathVariable String form, Reader reader) {
        var list = lists.required(handle, reader.id());
        return CitationFile.ending(form).of(list.name(), lists.descriptions(list));
    }

    @PostMapping("/account/lists/{handle}/description")
    String describe(
            @PathVariable Handle handle,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String note,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.describe(handle, name, note, reader.id());
            return telling.word("lists.said.described");
        });
        return back(handle);
    }

    @PostMapping("/account/lists/{handle}/removal")
    String takeAway(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            var name = lists.required(handle, reader.id()).name();
            desk.takeAway(handle, reader.id());
            return telling.word("lists.said.taken-away", name);
        });
        return LISTS;
    }

    @PostMapping("/account/lists/{handle}/restoration")
    String putBack(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.putBack(handle, reader.id());
            return telling.word(
                    "lists.said.put-back", lists.required(handle, reader.id()).name());
        });
        return LISTS;
    }

    @PostMapping("/account/lists/{handle}/link")
    String share(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.share(handle, reader.id());
            return telling.word("lists.said.shared");
        });
        return back(handle);
    }

    @PostMapping("/account/lists/{handle}/link/withdrawal")
    String withdraw(@PathVariable Handle handle, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.withdraw(handle, reader.id());
            return telling.word("lists.said.withdrawn");
        });
        return back(handle);
    }

    @PostMapping("/account/lists/{handle}/records/{record}/note")
    String note(
            @PathVariable Handle handle,
            @PathVariable RecordId record,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "0") int page,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.note(handle, record, note, reader.id());
            return telling.word("lists.said.noted");
        });
        return back(handle, page, record);
    }

    @PostMapping("/account/lists/{handle}/records/{record}/place")
    String move(
            @PathVariable Handle handle,
            @PathVariable RecordId record,
            @RequestParam ListStep step,
            @RequestParam(defaultValue = "0") int page,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.move(handle, record, step, reader.id());
            return telling.word("lists.said.moved");
        });
        return back(handle, page, record);
    }

    @PostMapping("/account/lists/{handle}/records/{record}/removal")
    String takeOut(
            @PathVariable Handle handle,
            @PathVariable RecordId record,
            @RequestParam(defaultValue = "0") int page,
            Reader reader,
            RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.takeOut(handle, record, reader.id());
            return telling.word("lists.said.taken-out");
        });
        return back(handle, page, record);
    }

    @PostMapping("/account/lists/{handle}/records/{record}/restoration")
    String putBackIn(
            @PathVariable Handle handle, @PathVariable RecordId record, Reader reader, RedirectAttributes after) {
        telling.tell(after, () -> {
            desk.putBackIn(handle, record, reader.id());
            return telling.word("lists.said.back-in");
        });
        return back(handle);
    }

    private static String back(Handle handle) {
        return "redirect:/account/lists/" + handle;
    }

    private static String back(Handle handle, int page, RecordId record) {
        return back(handle) + (page > 0 ? "?page=" + page : "") + "#" + record;
    }
}
