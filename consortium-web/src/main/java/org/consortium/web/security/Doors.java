package org.consortium.web.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import java.util.function.Supplier;
import org.consortium.core.member.TokenDesk;
import org.consortium.web.api.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may come in where: the one list of addresses, for people with a session and for programs with a token. What is not listed here does
 * not exist. Which objects somebody sees behind a door is decided at the desks: a foreign one is not found.
 */
@Configuration
class Doors {

    /** Everything from here, nothing inline. */
    static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    /** Whoever has the address may end the letters, as mail programs do by themselves (RFC 8058). */
    private static final String ENDING_LETTERS = "/mail/*";

    private final People people;
    private final Threshold threshold;

    Doors(People people, Threshold threshold) {
        this.people = people;
        this.threshold = threshold;
    }

    /** Programs with a token: no session, and so no forged form to fear. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, TokenDesk tokens, ApiDoor door) {
        return everywhere(http)
                .securityMatcher(request -> BearerToken.of(request).isPresent() && Problems.concerns(request))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerToken(tokens, people, door), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain persons(HttpSecurity http) {
        return everywhere(http)
                .csrf(token -> token.ignoringRequestMatchers(ENDING_LETTERS))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/").deleteCookies("SESSION"))
                .addFilterAfter(new AsOfNow(people), SecurityContextHolderFilter.class)
                .addFilterAfter(new FilesFromStaff(threshold), AsOfNow.class)
                .build();
    }

    private HttpSecurity everywhere(HttpSecurity http) {
        return http.requestCache(AbstractHttpConfigurer::disable)
                .headers(Doors::strict)
                .exceptionHandling(no -> no.authenticationEntryPoint(threshold).accessDeniedHandler(threshold))
                .authorizeHttpRequests(Doors::rules);
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.requestMatchers("/css/**", "/js/**", "/webjars/**", "/icon.svg", "/favicon.ico", "/error")
                .permitAll();
        doors.requestMatchers("/actuator/health", "/v3/api-docs", "/v3/api-docs.yaml")
                .permitAll();
        pages(doors);
        api(doors);
        doors.anyRequest().access((somebody, request) -> {
            Threshold.markUnlisted(request.getRequest());
            return new AuthorizationDecision(false);
        });
    }

    private static void pages(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        doors.requestMatchers("/sign-in", "/first-run", ENDING_LETTERS).permitAll();
        everybodyReads(doors, "/", "/about", "/rules", "/privacy", "/accessibility");
        everybodyReads(
                doors,
                "/search/advanced",
                "/search/recent",
                "/browse/clc",
                "/browse/new",
                "/browse/new.atom",
                "/browse/authors",
                "/browse/subjects");
        everybodyReads(doors, "/search", "/records/*", "/libraries", "/libraries/*");
        everybodyReads(doors, "/records/*/citation.*", "/search.atom");
        everybodyReads(doors, "/lists/*", "/lists/*/sheet", "/lists/*/records.*", "/searches/*.atom");
        everybodyReads(doors, "/opensearch.xml", "/sitemap.xml", "/sitemaps/*", "/robots.txt");
        doors.requestMatchers("/records/*/why", "/records/*/splits", "/records/*/others", "/records/*/others/**")
                .hasAnyRole(Roles.STAFF);
        doors.requestMatchers("/records/*/source", "/records/*/source/file").hasAnyRole(Roles.STAFF);
        doors.requestMatchers("/matching", "/matching/**").hasAnyRole(Roles.STAFF);
        doors.requestMatchers("/records/*/**", "/account", "/account/**").hasRole(Roles.READER);
        doors.requestMatchers("/desk/staff", "/desk/staff/**").hasRole(Roles.LIBRARY_ADMIN);
        doors.requestMatchers("/desk/harvests", "/desk/harvests/**").hasRole(Roles.LIBRARY_ADMIN);
        doors.requestMatchers("/desk", "/desk/**").hasAnyRole(Roles.DESK);
        doors.requestMatchers("/council", "/council/**").hasRole(Roles.COUNCIL);
        doors.requestMatchers("/staff", "/staff/**").hasAnyRole(Roles.STAFF);
    }

    private static void api(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors) {
        everybodyReads(doors, "/api/v1/records", "/api/v1/records/*", "/api/v1/suggestions");
        everybodyReads(doors, "/api/v1/records/*/editions", "/api/v1/records/*/related", "/api/v1/arrivals");
        everybodyReads(doors, "/api/v1/libraries", "/api/v1/libraries/*");
        everybodyReads(doors, "/api/v1/libraries/*/branches", "/api/v1/branches/*");
        doors.requestMatchers("/api/v1/records/*/**", "/api/v1/match-acts/**", "/api/v1/match-questions/**")
                .hasAnyRole(Roles.STAFF);
        doors.requestMatchers("/api/v1/match-rules", "/api/v1/match-rules/**").hasRole(Roles.COUNCIL);
        doors.requestMatchers("/api/v1/index", "/api/v1/index/rebuilds").hasRole(Roles.COUNCIL);
        doors.requestMatchers("/api/v1/libraries/*/imports", "/api/v1/imports/**")
                .hasAnyRole(Roles.STAFF);
        doors.requestMatchers("/api/v1/libraries/*/rereadings", "/api/v1/libraries/*/rereadings/sample")
                .hasAnyRole(Roles.STAFF);
        doors.requestMatchers("/api/v1/rereadings").hasRole(Roles.COUNCIL);
        doors.requestMatchers("/api/v1/libraries/*/item-codes", "/api/v1/libraries/*/item-field")
                .hasAnyRole(Roles.DESK);
        doors.requestMatchers("/api/v1/libraries/*/branches", "/api/v1/branches/**")
                .hasAnyRole(Roles.ADMINS);
        doors.requestMatchers("/api/v1/libraries", "/api/v1/libraries/**").hasRole(Roles.COUNCIL);
        doors.requestMatchers("/api/v1/tokens", "/api/v1/tokens/*").access(Doors::inPerson);
        doors.requestMatchers("/api/v1/readers", "/api/v1/readers/**", "/api/v1/cards/**")
                .hasAnyRole(Roles.DESK);
        doors.requestMatchers("/api/v1/loans", "/api/v1/returns", "/api/v1/transits")
                .hasAnyRole(Roles.DESK);
        doors.requestMatchers("/api/v1/proposals", "/api/v1/proposals/**").hasAnyRole(Roles.DESK);
        doors.requestMatchers("/api/v1/renewals").hasAnyRole(Roles.READER_OR_DESK);
        doors.requestMatchers(POST, "/api/v1/requests").hasAnyRole(Roles.READER_OR_DESK);
        doors.requestMatchers(GET, "/api/v1/requests/*").hasAnyRole(Roles.READER_OR_DESK);
        doors.requestMatchers("/api/v1/requests/*/cancellation", "/api/v1/requests/*/pickup")
                .hasAnyRole(Roles.READER_OR_DESK);
        doors.requestMatchers("/api/v1/requests", "/api/v1/requests/**").hasAnyRole(Roles.DESK);
        doors.requestMatchers("/api/v1/me", "/api/v1/me/**").hasRole(Roles.READER);
        doors.requestMatchers("/api/v1/session").hasAnyRole(Roles.ANYBODY);
    }

    private static void everybodyReads(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry doors,
            String... addresses) {
        doors.requestMatchers(GET, addresses).permitAll();
        doors.requestMatchers(HEAD, addresses).permitAll();
    }

    /** Staff with a session: a token cannot make or revoke tokens. */
    private static AuthorizationDecision inPerson(
            Supplier<? extends Authentication> somebody, RequestAuthorizationContext context) {
        var staff = AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAnyRole(Roles.STAFF)
                .authorize(somebody, context);
        return new AuthorizationDecision(
                staff.isGranted() && BearerToken.of(context.getRequest()).isEmpty());
    }

    /** Every filter of the chain would be timed, and nobody reads it. */
    @Bean
    SecurityObservationSettings untimed() {
        return SecurityObservationSettings.noObservations();
    }

    /** Spring Boot would make a user of its own otherwise: people sign in at the {@link SignInDesk}. */
    @Bean
    UserDetailsService nobodyByDefault() {
        return name -> {
            throw new UsernameNotFoundException("Nobody signs in this way");
        };
    }
}
