package org.consortium.web.security;

import org.consortium.core.Label;
import org.consortium.core.member.FirstRun;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.web.site.Site;
import org.springframework.stereotype.Component;

/** Whether the platform still waits for those who begin the consortium. The demo world begins it by itself. */
@Component
class Beginners {

    private final FirstRun firstRun;
    private final Site site;
    private volatile boolean begun;

    Beginners(FirstRun firstRun, Site site) {
        this.firstRun = firstRun;
        this.site = site;
    }

    boolean areAwaited() {
        if (!begun) {
            begun = site.isDemo() || !firstRun.isDue();
        }
        return !begun;
    }

    Staff begin(FirstRunForm form) {
        return firstRun.begin(
                new LibraryCode(form.libraryCode()),
                new Library.Profile(
                        form.kind(),
                        new Label(form.libraryNameZh(), form.libraryNameEn()),
                        null,
                        form.region(),
                        "",
                        "",
                        "",
                        true),
                form.login(),
                new Label(form.nameZh(), form.nameEn()),
                form.password());
    }
}
