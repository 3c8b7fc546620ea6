package org.consortium.loans.notice;

import java.util.Locale;

/**
 * Whether a reader wants her notices by e-mail, too.
 *
 * @param locale the language her letters are written in
 */
public record MailChoice(boolean wanted, Locale locale) {

    static final MailChoice NONE = new MailChoice(false, Locale.CHINESE);
}
