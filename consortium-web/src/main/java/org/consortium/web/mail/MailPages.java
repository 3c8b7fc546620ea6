package org.consortium.web.mail;

import org.consortium.core.Link;
import org.consortium.loans.notice.MailDesk;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the address in a letter leads: opening it ends nothing, for mail programs open addresses by themselves; the button does. */
@Controller
class MailPages {

    private final MailDesk desk;

    MailPages(MailDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/mail/{link}")
    String ask(@PathVariable Link link, Model model) {
        model.addAttribute("wanted", desk.isWanted(link));
        model.addAttribute("link", link);
        model.addAttribute("unlisted", true);
        return "reader/mail";
    }

    @PostMapping("/mail/{link}")
    String end(@PathVariable Link link, Model model) {
        desk.end(link);
        return ask(link, model);
    }
}
