package org.consortium.web.site;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front door: the search box and what the consortium offers. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
