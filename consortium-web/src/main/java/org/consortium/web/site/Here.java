package org.consortium.web.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page that is being shown: its address, also in the other language, and the page somebody came from. */
@Component
public class Here {

    /** What librarians do with a record. */
    private static final Pattern OF_A_RECORD = Pattern.compile("^/records/[^/]+/(?:why|others|splits)(?:/|$)");

    /** The same page with the same question in the other language; the home page where coming again would be a different thing. */
    public String getInOtherLanguage() {
        var other = Language.of(LocaleContextHolder.getLocale()).other();
        return with(LanguageChoice.PARAMETER, other.tag());
    }

    /** This address with one parameter set to another value and the rest of the question kept. */
    public String with(String parameter, Object value) {
        return address().replaceQueryParam(parameter, value).build().toUriString();
    }

    /** This address without one parameter. */
    public String without(String parameter) {
        return address().replaceQueryParam(parameter).build().toUriString();
    }

    /** The page of ours somebody came from, never one of another site. */
    public Optional<String> getBack() {
        var request = request();
        var referer = request.getHeader("Referer");
        var home = originOf(request);
        if (referer == null || !referer.startsWith(home + "/")) {
            return Optional.empty();
        }
        var path = referer.substring(home.length());
        return path.equals(pathOf(request)) && isReading(request) ? Optional.empty() : Optional.of(path);
    }

    /** The address of one of our pages, given its path. */
    public String at(String path) {
        return request().getContextPath() + path;
    }

    /** Whether the address belongs to the staff's side of the desk. */
    public boolean isStaffSide() {
        var path = pathOf(request());
        return Stream.of("/desk", "/council", "/staff", "/matching").anyMatch(path::startsWith)
                || OF_A_RECORD.matcher(path).find();
    }

    private UriComponentsBuilder address() {
        var request = request();
        if (!isReading(request)) {
            return UriComponentsBuilder.fromPath("/");
        }
        return UriComponentsBuilder.fromPath(pathOf(request)).query(queryOf(request));
    }

    private static boolean isReading(HttpServletRequest request) {
        var method = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_METHOD))
                .orElse(request.getMethod());
        return method.equals("GET") || method.equals("HEAD");
    }

    private static String pathOf(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static String queryOf(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null
                ? request.getQueryString()
                : (String) request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING);
    }

    private static String originOf(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
