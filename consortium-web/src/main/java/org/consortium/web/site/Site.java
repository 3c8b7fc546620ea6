package org.consortium.web.site;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The consortium as every page names it: its name in both languages, its telephones, and whether it is a demonstration. */
@Component
public class Site {

    private final String name;
    private final String nameInEnglish;
    private final String phone;
    private final String staffPhone;
    private final boolean demo;

    Site(
            @Value("${consortium.site.name:}") String name,
            @Value("${consortium.site.name-en:}") String nameInEnglish,
            @Value("${consortium.site.phone:}") String phone,
            @Value("${consortium.site.staff-phone:}") String staffPhone,
            @Value("${consortium.demo:false}") boolean demo) {
        this.name = firstNonBlank(name, demo ? "云泽图书馆联盟" : "图书馆联盟");
        this.nameInEnglish = firstNonBlank(nameInEnglish, demo ? "Yunze Library Consortium" : "Library Consortium");
        this.phone = phone;
        this.staffPhone = firstNonBlank(staffPhone, phone);
        this.demo = demo;
    }

    public String getName() {
        return Language.of(LocaleContextHolder.getLocale()) == Language.ENGLISH ? nameInEnglish : name;
    }

    /** Empty when the consortium has no telephone for readers. */
    public String getPhone() {
        return phone;
    }

    public String getStaffPhone() {
        return staffPhone;
    }

    public boolean isDemo() {
        return demo;
    }

    private static String firstNonBlank(String wanted, String otherwise) {
        return wanted.isBlank() ? otherwise : wanted.strip();
    }
}
