package org.consortium.web.reader;

import java.util.Locale;
import java.util.function.Supplier;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.core.card.Reader;
import org.consortium.core.ill.RequestNumber;
import org.consortium.core.loan.LoanRefusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.policy.Policy;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.UnionRecords;
import org.consortium.loans.card.CardDesk;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.desk.LoanDesk;
import org.consortium.loans.desk.ReaderLoans;
import org.consortium.loans.notice.MailChoice;
import org.consortium.loans.notice.MailDesk;
import org.consortium.loans.notice.ReaderNotices;
import org.consortium.loans.request.ReaderRequests;
import org.consortium.loans.request.RequestDesk;
import org.consortium.web.mail.MailPost;
import org.consortium.web.site.Pager;
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

/** A reader's own page: her loans, her requests, her card. */
@Controller
class AccountPages {

    private static final String ACCOUNT = "redirect:/account";
    private static final int PAST = 20;

    private final ReaderLoans loans;
    private final ReaderRequests requests;
    private final ReaderNotices notices;
    private final LoanDesk loanDesk;
    private final RequestDesk requestDesk;
    private final CardDesk cards;
    private final ReaderDesk readers;
    private final Policy policy;
    private final Libraries libraries;
    private final Branches branches;
    private final Refusals refusals;
    private final UnionRecords records;
    private final MailDesk mail;
    private final MailPost post;
    private final MessageSource messages;

    AccountPages(
            ReaderLoans loans,
            ReaderRequests requests,
            ReaderNotices notices,
            LoanDesk loanDesk,
            RequestDesk requestDesk,
            CardDesk cards,
            ReaderDesk readers,
            Policy policy,
            Libraries libraries,
            Branches branches,
            Refusals refusals,
            UnionRecords records,
            MailDesk mail,
            MailPost post,
            MessageSource messages) {
        this.loans = loans;
        this.requests = requests;
        this.notices = notices;
        this.loanDesk = loanDesk;
        this.requestDesk = requestDesk;
        this.cards = cards;
        this.readers = readers;
        this.policy = policy;
        this.libraries = libraries;
        this.branches = branches;
        this.refusals = refusals;
        this.records = records;
        this.mail = mail;
        this.post = post;
        this.messages = messages;
    }

    @GetMapping("/account")
    String account(Reader reader, @RequestParam(defaultValue = "0") int page, Model model) {
        var open = loans.open(reader.id());
        var closed = requests.closed(reader.id(), Math.max(0, page), PAST);
        var most = policy.mostLoans(reader);
        model.addAttribute("reader", reader);
        model.addAttribute("home", libraries.required(reader.homeLibrary()));
        model.addAttribute("card", cards.cardOf(reader.id()).orElse(null));
        model.addAttribute("usual", reader.usualBranch().map(branches::required).orElse(null));
        model.addAttribute("loans", open);
        model.addAttribute(
                "renewable",
                open.stream().filter(row -> row.renewable().isPresent()).count());
        model.addAttribute("most", most);
        model.addAttribute("left", Math.max(0, most - open.size()));
        model.addAttribute(
                "requests",
                requests.open(reader.id()).stream().map(ReaderRequestWay::of).toList());
        model.addAttribute("closed", closed);
        model.addAttribute("pager", Pager.of(closed));
        model.addAttribute("notices", notices.of(reader.id()));
        model.addAttribute(
                "pickups",
                branches.findAllByOrderByLibraryAscCodeAsc().stream()
                        .filter(branch -> branch.offersPickup())
                        .toList());
        model.addAttribute("mails", post.isOn());
        model.addAttribute("mail", mail.of(reader.id()));
        notices.seen(reader.id());
        return "reader/account";
    }

    @PostMapping("/account/renewals")
    String renew(@RequestParam Barcode copy, Reader reader, RedirectAttributes after) {
        tell(after, () -> {
            var loan = loans.open(reader.id()).stream()
                    .filter(row -> row.barcode().equals(copy))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(LoanRefusal.LOAN_NOT_FOUND));
            var slip = loanDesk.renew(loan.loan(), reader.actor());
            return word("account.said.renewed", slip.title());
        });
        return ACCOUNT;
    }

    /** All loans that can be renewed. */
    @PostMapping("/account/all-renewals")
    String renewAll(Reader reader, RedirectAttributes after) {
        var renewable = loans.open(reader.id()).stream()
                .filter(row -> row.renewable().isPresent())
                .toList();
        tell(after, () -> {
            renewable.forEach(row -> loanDesk.renew(row.loan(), reader.actor()));
            return word("account.said.renewed-all", renewable.size());
        });
        return ACCOUNT;
    }

    @PostMapping("/account/requests/{number}/cancellation")
    String cancel(@PathVariable RequestNumber number, Reader reader, RedirectAttributes after) {
        tell(after, () -> {
            var request = requestDesk.cancel(number, reader.actor());
            var title = records.required(request.record()).title();
            return word(request.isOpen() ? "account.said.cancel-asked" : "account.said.cancelled", title);
        });
        return ACCOUNT;
    }

    @PostMapping("/account/requests/{number}/pickup")
    String collectAt(
            @PathVariable RequestNumber number,
            @RequestParam BranchCode pickup,
            Reader reader,
            RedirectAttributes after) {
        tell(after, () -> {
            requestDesk.changePickup(number, pickup, reader.actor());
            return word("account.said.pickup", branches.required(pickup).name().in(LocaleContextHolder.getLocale()));
        });
        return ACCOUNT;
    }

    @PostMapping("/account/pin")
    String changePin(@RequestParam String old, @RequestParam String pin, Reader reader, RedirectAttributes after) {
        tell(after, () -> {
            readers.changePin(reader.id(), old, pin, reader.actor());
            return word("account.said.pin");
        });
        return ACCOUNT;
    }

    @PostMapping("/account/contact")
    String contact(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String usual,
            Reader reader,
            RedirectAttributes after) {
        tell(after, () -> {
            var branch = usual.isBlank() ? null : new BranchCode(usual);
            readers.contact(reader.id(), phone, email, branch, reader.actor());
            return word("account.said.contact");
        });
        return ACCOUNT;
    }

    /** Whether notices come by e-mail, too, and in which language. */
    @PostMapping("/account/mail")
    String mail(
            @RequestParam boolean wanted,
            @RequestParam(defaultValue = "zh") Locale language,
            Reader reader,
            RedirectAttributes after) {
        tell(after, () -> {
            mail.choose(reader.id(), new MailChoice(wanted, language));
            return word(wanted ? "mail.said.wanted" : "mail.said.none");
        });
        return ACCOUNT;
    }

    @GetMapping("/account/history")
    String history(Reader reader, @RequestParam(defaultValue = "0") int page, Model model) {
        var past = loans.past(reader.id(), Math.max(0, page), PAST);
        model.addAttribute("reader", reader);
        model.addAttribute("past", past);
        model.addAttribute("pager", Pager.of(past));
        return "reader/history";
    }

    @PostMapping("/account/history")
    String keepHistory(@RequestParam(defaultValue = "false") boolean keep, Reader reader, RedirectAttributes after) {
        tell(after, () -> {
            readers.keepHistory(reader.id(), keep, reader.actor());
            return word(keep ? "account.said.history" : "account.said.no-history");
        });
        return ACCOUNT;
    }

    private void tell(RedirectAttributes after, Supplier<String> deed) {
        try {
            after.addFlashAttribute("said", deed.get());
        } catch (Refusal no) {
            if (no.reason().kind() == Reason.Kind.NOT_FOUND) {
                throw no;
            }
            after.addFlashAttribute("refused", refusals.told(no));
        }
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }
}
