package org.consortium.web.reader;

import org.consortium.catalog.search.CatalogueFigures;
import org.consortium.catalog.search.NewRecords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: the search box, what the consortium offers, what is new, who is open today. */
@Controller
class FrontPage {

    private static final int NEW_BOOKS = 6;
    private static final int OPEN_TODAY = 5;

    private final CatalogueFigures figures;
    private final NewRecords newRecords;
    private final LibraryDirectory directory;

    FrontPage(CatalogueFigures figures, NewRecords newRecords, LibraryDirectory directory) {
        this.figures = figures;
        this.newRecords = newRecords;
        this.directory = directory;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("figures", figures.figures());
        model.addAttribute("newRecords", newRecords.newest(NEW_BOOKS));
        model.addAttribute("open", directory.openToday(OPEN_TODAY));
        return "home";
    }
}
