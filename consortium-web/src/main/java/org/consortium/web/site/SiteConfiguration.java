package org.consortium.web.site;

import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** What all pages share: the choice of language and the pages that only say something. */
@Configuration
class SiteConfiguration implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageChoice();
    }

    /** Feeds and site maps are templates too, of XML. */
    @Bean
    SpringResourceTemplateResolver feedTemplates() {
        var feeds = new SpringResourceTemplateResolver();
        feeds.setPrefix("classpath:/templates/");
        feeds.setSuffix(".xml");
        feeds.setResolvablePatterns(Set.of("feed/*"));
        feeds.setTemplateMode(TemplateMode.XML);
        feeds.setCharacterEncoding("UTF-8");
        feeds.setOrder(1);
        return feeds;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String tag) {
                return Language.of(Locale.forLanguageTag(tag)).locale();
            }
        };
        change.setParamName(LanguageChoice.PARAMETER);
        change.setHttpMethods("GET", "HEAD");
        registry.addInterceptor(change);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (var page : SitePages.values()) {
            registry.addViewController(page.path()).setViewName(page.template());
        }
    }
}
