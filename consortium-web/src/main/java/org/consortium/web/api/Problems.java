package org.consortium.web.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.consortium.catalog.intake.IntakeRefusal;
import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.consortium.web.site.Refusals;
import org.consortium.web.site.RequestReference;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Tells programs what is wrong, in the language they asked for, and nothing about how the program is made. */
@Component
public class Problems {

    private static final String TYPE = "urn:problem-type:consortium:";

    private final MessageSource messages;
    private final Refusals refusals;
    private final LocaleResolver languages;
    private final JsonMapper json;

    Problems(MessageSource messages, Refusals refusals, LocaleResolver languages, JsonMapper json) {
        this.messages = messages;
        this.refusals = refusals;
        this.languages = languages;
        this.json = json;
    }

    /** Whether the request is a program's, which is told its errors as JSON. */
    public static boolean concerns(HttpServletRequest request) {
        return pathOf(request).startsWith(request.getContextPath() + "/api/");
    }

    Problem of(Refusal refusal, HttpServletRequest request) {
        var told = refusals.told(refusal);
        var status = statusOf(refusal.reason(), request);
        var others = refusal.others().stream()
                .map(refusals::told)
                .map(other -> new Problem.Other(other.code(), other.sentence()))
                .toList();
        return problem(told.code(), status, told.sentence(), told.way(), List.of(), others, request);
    }

    /** A problem that is told by the message {@code problem.code}. */
    Problem of(
            String code,
            HttpStatus status,
            List<Problem.Field> errors,
            HttpServletRequest request,
            Object... arguments) {
        var sentence = messages.getMessage("problem." + code, arguments, LocaleContextHolder.getLocale());
        return problem(code, status, sentence, "", errors, List.of(), request);
    }

    /** The rule a value breaks, as a sentence. */
    String sentence(MessageSourceResolvable rule) {
        return messages.getMessage(rule, LocaleContextHolder.getLocale());
    }

    String sentence(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private Problem problem(
            String code,
            HttpStatus status,
            String detail,
            String way,
            List<Problem.Field> errors,
            List<Problem.Other> others,
            HttpServletRequest request) {
        var title = sentence("problem.title." + status.value());
        return new Problem(
                TYPE + code,
                title,
                status.value(),
                detail,
                way,
                pathOf(request),
                code,
                referenceOf(request),
                errors,
                others);
    }

    /** Before any controller: the language is not known there yet. */
    public void write(String code, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        response.setStatus(status.value());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), of(code, status, List.of(), request));
    }

    private static HttpStatus statusOf(Reason reason, HttpServletRequest request) {
        if (reason == IntakeRefusal.FILE_TOO_LARGE) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        return switch (reason.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            // who only looks has sent nothing but parameters
            case INVALID ->
                request.getMethod().equals("GET") ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String pathOf(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .orElseGet(request::getRequestURI);
    }

    private static String referenceOf(HttpServletRequest request) {
        return (String) request.getAttribute(RequestReference.ATTRIBUTE);
    }
}
