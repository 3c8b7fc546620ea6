package org.consortium.web.reader;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.consortium.catalog.matching.OtherEditions;
import org.consortium.catalog.reading.ReadingLists;
import org.consortium.catalog.search.RecordPage;
import org.consortium.catalog.search.RecordView;
import org.consortium.catalog.search.RelatedRecords;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;
import org.consortium.loans.request.RequestDesk;
import org.consortium.web.site.Here;
import org.consortium.web.site.LanguageNames;
import org.consortium.web.site.Refusals;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One record: what it is, where it stands, and the one button that gets it. */
@Controller
class RecordPages {

    private final RecordView view;
    private final OtherEditions editions;
    private final RequestDesk desk;
    private final Branches branches;
    private final Refusals refusals;
    private final MessageSource messages;
    private final Here here;
    private final BookData data;
    private final ReadingLists lists;
    private final RelatedRecords related;
    private final Libraries libraries;
    private final NearestFirst nearest;
    private final Clock clock;

    RecordPages(
            RecordView view,
            OtherEditions editions,
            RequestDesk desk,
            Branches branches,
            Refusals refusals,
            MessageSource messages,
            Here here,
            BookData data,
            ReadingLists lists,
            RelatedRecords related,
            Libraries libraries,
            NearestFirst nearest,
            Clock clock) {
        this.view = view;
        this.editions = editions;
        this.desk = desk;
        this.branches = branches;
        this.refusals = refusals;
        this.messages = messages;
        this.here = here;
        this.data = data;
        this.lists = lists;
        this.related = related;
        this.libraries = libraries;
        this.nearest = nearest;
        this.clock = clock;
    }

    /** Records near this one, and the address that finds more of them. */
    record Related(RelatedRecords.Shelf shelf, String more) {}

    @GetMapping("/records/{id}")
    String show(
            @PathVariable RecordId id,
            @RequestParam(required = false) String pickup,
            Optional<Reader> reader,
            Model model) {
        var chosen = chosen(pickup, reader);
        var from = chosen == null ? reader.flatMap(nearest::from).orElse(null) : chosen;
        var page = view.record(id, from);
        if (page.isSuccessorOf(id)) {
            return "redirect:/records/" + page.record().id();
        }
        model.addAttribute("page", page);
        model.addAttribute("from", from);
        model.addAttribute("asOf", clock.instant());
        model.addAttribute("connected", connected(page));
        model.addAttribute("description", page.description());
        model.addAttribute(
                "languages",
                page.description().languages().stream()
                        .map(code -> LanguageNames.of(code, LocaleContextHolder.getLocale()))
                        .toList());
        var others = editions.of(page.record().id());
        model.addAttribute("editions", others);
        model.addAttribute(
                "related",
                related
                        .of(
                                page.description(),
                                page.record().id(),
                                others.stream().map(OtherEditions.Edition::id).toList())
                        .stream()
                        .map(shelf -> new Related(shelf, SearchPages.address(shelf.all())))
                        .toList());
        model.addAttribute("citation", Citation.of(page.description()));
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/records/" + page.record().id())
                .toUriString();
        model.addAttribute("address", address);
        model.addAttribute("data", data.of(page.description(), address));
        model.addAttribute(
                "back",
                here.getBack()
                        .filter(path -> path.startsWith("/search") || path.startsWith("/browse"))
                        .orElse(null));
        reader.ifPresent(her -> model.addAttribute("lists", lists.names(her.id())));
        if (page.copies() > 0) {
            var getIt = desk.preview(page.record().id(), reader.map(Reader::id).orElse(null), chosen);
            model.addAttribute("getIt", getIt);
            model.addAttribute(
                    "why", getIt.refusals().stream().map(refusals::told).toList());
            model.addAttribute("pickup", chosen == null ? getIt.suggestedPickup() : chosen);
        }
        return "reader/record";
    }

    /** Libraries with a system of their own: what it has not told yet is not known here. */
    private Set<LibraryCode> connected(RecordPage page) {
        var codes = page.holdings().stream().map(held -> held.library().value()).toList();
        return libraries.findAllById(codes).stream()
                .filter(library -> !library.profile().hosted())
                .map(Library::code)
                .collect(Collectors.toSet());
    }

    /** Where she wants to collect: as chosen, else where she usually does. */
    private BranchCode chosen(String pickup, Optional<Reader> reader) {
        return Optional.ofNullable(pickup)
                .filter(code -> !code.isBlank())
                .map(BranchCode::new)
                .filter(code -> branches.existsById(code.value()))
                .or(() -> reader.flatMap(Reader::usualBranch))
                .orElse(null);
    }

    /** Another pickup place is chosen, and she wants to know when the copy would be there before she asks for it. */
    @PostMapping(path = "/records/{id}/requests", params = "only-look")
    String look(@PathVariable RecordId id, @RequestParam BranchCode pickup) {
        return "redirect:/records/" + id + "?pickup=" + pickup;
    }

    /** Get it. */
    @PostMapping("/records/{id}/requests")
    String place(
            @PathVariable RecordId id,
            @RequestParam BranchCode pickup,
            @RequestParam(defaultValue = "false") boolean anyEdition,
            Reader reader,
            RedirectAttributes after) {
        try {
            var request = desk.place(id, pickup, anyEdition, reader.id(), reader.actor());
            var name = branches.required(pickup).name().in(LocaleContextHolder.getLocale());
            var key = request.isQueued() ? "record.said.queued" : "record.said.placed";
            after.addFlashAttribute("said", word(key, name));
            return "redirect:/account#" + request.number();
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
            return no.reason() == RequestRefusal.ALREADY_REQUESTED
                    ? "redirect:/account"
                    : "redirect:/records/" + id + "?pickup=" + pickup;
        }
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
