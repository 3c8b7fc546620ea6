package org.consortium.web.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import org.consortium.core.OwnThread;
import org.consortium.loans.notice.MailBook;
import org.consortium.loans.notice.MailBook.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands letters to the mail server, where there is one and the program knows its own address. On a thread of its own: whatever
 * the server does, nobody at a desk waits for it. The log names letters and never whom they go to.
 */
@Component
public class MailPost {

    private static final Logger log = LoggerFactory.getLogger(MailPost.class);

    private final MailBook book;
    private final MailText text;
    private final JavaMailSender server;
    private final Clock clock;
    private final boolean on;
    private final OwnThread thread = new OwnThread("mail");

    MailPost(
            MailBook book,
            MailText text,
            ObjectProvider<JavaMailSender> server,
            Clock clock,
            @Value("${consortium.address:}") String address) {
        this.book = book;
        this.text = text;
        this.server = server.getIfAvailable();
        this.clock = clock;
        this.on = this.server != null && !address.isBlank();
        if (this.server != null && !on) {
            log.warn("No letters are sent: consortium.address does not say where readers reach this program");
        }
    }

    @PreDestroy
    void stop() {
        thread.stopNow();
    }

    /** Whether readers can have letters at all. */
    public boolean isOn() {
        return on;
    }

    @Scheduled(fixedDelayString = "${consortium.mail.pause:PT1M}", initialDelayString = "${consortium.mail.pause:PT1M}")
    void tick() {
        if (on) {
            thread.runUnlessBusy(() -> round(clock.instant()));
        }
    }

    /** Sends what is due; where the server cannot be reached the rest waits for the next round. */
    void round(Instant now) {
        book.lose(now);
        book.gather(now);
        var letter = book.take(now);
        while (letter.isPresent() && handOver(letter.get(), now)) {
            letter = book.take(now);
        }
    }

    /** @return whether the next one is worth trying */
    private boolean handOver(Letter letter, Instant now) {
        if (letter.notices().isEmpty()) {
            book.dropped(letter.id(), now);
            return true;
        }
        try {
            server.send(text.write(letter, server.createMimeMessage()));
            book.sent(letter.id(), now);
            return true;
        } catch (MailException | MessagingException failure) {
            log.warn(
                    "Letter {} was not taken: {}",
                    letter.id(),
                    failure.getClass().getSimpleName());
            book.failed(letter.id(), now);
            return isOfThisLetterAlone(failure);
        }
    }

    /** The server answered and did not want this one. */
    private static boolean isOfThisLetterAlone(Exception failure) {
        return !(failure instanceof MailException)
                || failure instanceof MailSendException refused
                        && !refused.getFailedMessages().isEmpty();
    }
}
