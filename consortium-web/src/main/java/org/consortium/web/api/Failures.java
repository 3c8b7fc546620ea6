package org.consortium.web.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last answer, when no other could be given: a page for people, a problem for programs, and never how it came about. */
@Controller
class Failures extends AbstractErrorController {

    private static final Map<HttpStatus, String> CODES = Map.of(
            HttpStatus.NOT_FOUND, "not-found",
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
            HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
            HttpStatus.CONTENT_TOO_LARGE, "too-large",
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "format-not-taken");

    private final Problems problems;

    Failures(ErrorAttributes attributes, List<ErrorViewResolver> pages, Problems problems) {
        super(attributes, pages);
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object tell(HttpServletRequest request, HttpServletResponse response) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
        // whoever asks for this address by itself finds nothing
        var status = failed ? getStatus(request) : HttpStatus.NOT_FOUND;
        return Problems.concerns(request) ? problem(status, request) : page(status, request, response);
    }

    private ResponseEntity<Problem> problem(HttpStatus status, HttpServletRequest request) {
        var told = status.is5xxServerError() || CODES.containsKey(status) ? status : HttpStatus.BAD_REQUEST;
        var code = CODES.getOrDefault(told, told.is5xxServerError() ? "internal" : "request-not-readable");
        return ResponseEntity.status(told)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(code, told, List.of(), request));
    }

    private ModelAndView page(HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(status.value());
        var page = resolveErrorView(request, response, status, Map.of());
        if (page != null) {
            return page;
        }
        return new ModelAndView(status.is5xxServerError() ? "error/500" : "error/400", status);
    }
}
