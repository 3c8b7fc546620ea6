package org.consortium.web.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consortium.core.Label;
import org.consortium.loans.notice.MailBook.Letter;
import org.consortium.loans.notice.ReaderNotices;
import org.consortium.web.site.Dates;
import org.consortium.web.site.Language;
import org.consortium.web.site.Site;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes a letter: the sentences of a reader's account in her language, plain, and how she ends further ones (RFC 2369, RFC 8058). */
@Component
class MailText {

    private final MessageSource messages;
    private final Dates dates;
    private final Site site;
    private final String address;
    private final String from;

    MailText(
            MessageSource messages,
            Dates dates,
            Site site,
            @Value("${consortium.address:}") String address,
            @Value("${consortium.mail.from:${spring.mail.username:}}") String from) {
        this.messages = messages;
        this.dates = dates;
        this.site = site;
        this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.from = from.isBlank() ? "noreply@localhost" : from;
    }

    MimeMessage write(Letter letter, MimeMessage message) throws MessagingException {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Language.of(letter.locale()).locale());
        try {
            var end = address + "/mail/" + letter.link();
            var written = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            written.setFrom(from, site.getName());
            written.setTo(letter.to());
            written.setSubject(
                    word("mail.subject", site.getName(), letter.notices().size()));
            written.setText(text(letter, end));
            message.setHeader("List-Unsubscribe", "<" + end + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader(
                    "Content-Language", LocaleContextHolder.getLocale().toLanguageTag());
            return message;
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private String text(Letter letter, String end) {
        var lines = new ArrayList<String>();
        lines.add(word("mail.greeting", site.getName()));
        lines.add("");
        letter.notices().forEach(notice -> lines.add("- " + sentence(notice)));
        lines.addAll(List.of("", word("mail.look"), address + "/account"));
        lines.addAll(List.of("", "-- ", word("mail.why"), end));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String sentence(ReaderNotices.Row notice) {
        return notice.found()
                .map(found -> word("account.notice.found", found.name(), found.many(), notice.title()))
                .orElseGet(() -> word(
                        "account.notice." + notice.kind().name().toLowerCase(Locale.ROOT),
                        notice.title(),
                        name(notice.branch()),
                        notice.day().map(dates::day).orElse("")));
    }

    private static String name(Optional<Label> branch) {
        return branch.map(label -> label.in(LocaleContextHolder.getLocale())).orElse("");
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
