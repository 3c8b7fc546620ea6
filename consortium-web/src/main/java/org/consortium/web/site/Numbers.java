package org.consortium.web.site;

import java.text.NumberFormat;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Numbers as people read them: 1,204; +218 and −23; 93.8%. */
@Component
public class Numbers {

    /** The minus sign of print, as wide as the plus. */
    private static final String MINUS = "−";

    public String count(Number number) {
        return NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale())
                .format(number)
                .replace("-", MINUS);
    }

    /** With its sign, for a difference. */
    public String difference(Number number) {
        return (number.doubleValue() > 0 ? "+" : "") + count(number);
    }

    /** One decimal. */
    public String percent(Number share) {
        return decimal(share.doubleValue() * 100) + "%";
    }

    public String decimal(Number number) {
        var format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(number).replace("-", MINUS);
    }
}
