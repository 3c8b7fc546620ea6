package org.consortium.web.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consortium.core.Refusal;
import org.consortium.core.card.CardRefusal;
import org.consortium.core.ill.RequestPhase;
import org.consortium.core.ill.RequestRefusal;
import org.consortium.core.union.CopyStatus;
import org.consortium.web.browser.Browser;
import org.consortium.web.browser.PageTest;
import org.consortium.web.site.Plot.Figure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.TestPropertySource;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

/** Every partial on one page, so that a writer sees what there is and a change that breaks one is noticed. */
@PageTest
@Import({PatternsTest.Patterns.class, PatternsTest.PatternDoor.class})
@TestPropertySource(properties = "consortium.demo=true")
class PatternsTest {

    @Test
    void ofReadersAreSound(Browser browser) {
        browser.examine("patterns-reader", "/patterns/reader");
        browser.examine("patterns-reader-en", "/patterns/reader?lang=en&page=3");
    }

    @Test
    void ofStaffAreSound(Browser browser) {
        browser.examine("patterns-staff", "/patterns/staff");
        browser.examine("patterns-staff-en", "/patterns/staff?lang=en");
    }

    @Test
    void ofRefusalsAreSound(Browser browser) {
        browser.examine("error-refused", "/patterns/refusal", 409);
        browser.examine("error-refused-en", "/patterns/refusal?lang=en", 409);
        browser.examine("error-refused-several", "/patterns/several", 403);
        browser.examine("error-500", "/patterns/broken", 500);
    }

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'";

    /** What a form keeps. */
    public record NameForm(String name) {}

    @Controller
    static class Patterns {

        @GetMapping("/patterns/reader")
        String reader(Model model) {
            model.addAttribute(
                    "books",
                    List.of(
                            new String[] {"翦商", "K221"},
                            new String[] {"额尔古纳河右岸", "I247.57"},
                            new String[] {"敖鲁古雅的鄂温克人", "K282.3"},
                            new String[] {"中国历史地理学导论：区域与环境变迁研究", "K928.6"},
                            new String[] {"The Last Quarter of the Moon", "I247.57"},
                            new String[] {"没有分类的书", ""}));
            model.addAttribute("states", List.of(CopyStatus.values()));
            model.addAttribute("day", LocalDate.now().plusDays(14));
            model.addAttribute("instant", Instant.now());
            model.addAttribute("pager", Pager.of(3, 12));
            model.addAttribute("said", "已续借到 12月19日 周五。");
            return "patterns/reader";
        }

        @GetMapping("/patterns/staff")
        String staff(Model model) {
            var libraries = List.of(new Figure("云泽市图书馆", 1204), new Figure("云泽师范学院图书馆", 742), new Figure("桥头镇图书馆", 54));
            model.addAttribute("counts", Plot.ofCounts("lent", libraries));
            model.addAttribute(
                    "balance",
                    Plot.ofBalance("balance", List.of(new Figure("云泽市图书馆", 218), new Figure("桥头镇图书馆", -79))));
            model.addAttribute("refused", new Refused("card-expired", "这张证3月4日到期了。", "在开户馆办延期就能用。", List.of()));
            var form = new NameForm("");
            var binding = new BeanPropertyBindingResult(form, "form");
            binding.rejectValue("name", "empty", "请写上名称。");
            model.addAttribute("form", form);
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", binding);
            return "patterns/staff";
        }

        @GetMapping("/patterns/refusal")
        String refusal() {
            throw new Refusal(RequestRefusal.CANCEL_TOO_LATE, RequestPhase.ON_THE_WAY);
        }

        @GetMapping("/patterns/several")
        String several() {
            throw Refusal.of(List.of(
                    new Refusal(CardRefusal.CARD_EXPIRED, LocalDate.now().minusDays(1)),
                    new Refusal(RequestRefusal.ALREADY_REQUESTED)));
        }

        @GetMapping("/patterns/broken")
        String broken() {
            throw new IllegalStateException("broken on purpose");
        }
    }

    /** The librarian of the prototypes. */
    record HeMin() implements SignedIn {

        @Override
        public String shownName() {
            return "何敏";
        }

        @Override
        public Optional<String> libraryName(Locale locale) {
            return Optional.of("云泽区图书馆");
        }
    }

    @TestConfiguration
    static class PatternDoor {

        @Bean
        @Order(0)
        SecurityFilterChain patterns(HttpSecurity http) {
            return http.securityMatcher("/patterns/**")
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .addFilterBefore(
                            (request, response, chain) -> {
                                var path = ((HttpServletRequest) request).getRequestURI();
                                if (path.endsWith("/staff")) {
                                    SecurityContextHolder.getContext()
                                            .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                                    new HeMin(),
                                                    null,
                                                    AuthorityUtils.createAuthorityList(
                                                            "ROLE_LIBRARIAN", "ROLE_COUNCIL_ADMIN")));
                                }
                                chain.doFilter(request, response);
                            },
                            AuthorizationFilter.class)
                    .build();
        }
    }
}
