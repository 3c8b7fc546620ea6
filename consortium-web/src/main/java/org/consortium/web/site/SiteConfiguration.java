package org.consortium.web.site;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** What all pages share: the choice of language, files such as style sheets, and the pages that only say something. */
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

    /** Puts the hash of its content into a file's address. */
    @Bean
    ResourceUrlEncodingFilter addressesOfFiles() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        addFiles(registry, "/css/**", "classpath:/static/css/");
        addFiles(registry, "/js/**", "classpath:/static/js/");
        registry.addResourceHandler("/icon.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
        addFiles(registry, "/webjars/**", "classpath:/META-INF/resources/webjars/");
    }

    /** With the hash in its address a browser may keep a file for a year. */
    private static void addFiles(ResourceHandlerRegistry registry, String addresses, String folder) {
        registry.addResourceHandler(addresses)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
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
        registry.addRedirectViewController("/favicon.ico", "/icon.svg");
        for (var page : SitePages.values()) {
            registry.addViewController(page.path()).setViewName(page.template());
        }
    }
}
