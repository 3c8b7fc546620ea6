package org.consortium.web.site;

import org.consortium.core.Reason;
import org.consortium.core.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/** The page for what a controller of pages lets through: a refusal, or an address or a form that cannot be right. */
@ControllerAdvice(
        basePackages = {
            "org.consortium.web.reader",
            "org.consortium.web.desk",
            "org.consortium.web.council",
            "org.consortium.web.matching",
            "org.consortium.web.security",
            "org.consortium.web.site",
            "org.consortium.web.mail"
        })
class PageRefusals {

    private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);

    private final Refusals refusals;

    PageRefusals(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal) {
        var kind = refusal.reason().kind();
        return new ModelAndView("error/refused", statusOf(kind))
                .addObject("status", statusOf(kind).value())
                .addObject("refusal", refusals.told(refusal));
    }

    /** What the address names cannot exist: not found, as any other address nobody has. */
    @ExceptionHandler
    ModelAndView notFound(MethodArgumentTypeMismatchException nonsense) {
        var inPath = nonsense.getParameter().hasParameterAnnotation(PathVariable.class);
        var status = inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        return new ModelAndView("error/" + status.value(), status);
    }

    /** A form that should bring a file and brings none; a browser does not send such. */
    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ModelAndView noFile(Exception missing) {
        var status = missing instanceof MaxUploadSizeExceededException
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
        return new ModelAndView("error/" + status.value(), status);
    }

    /** The value said no: its rules are told where the form is, this is for what no form sends. */
    @ExceptionHandler
    ModelAndView notPossible(IllegalArgumentException nonsense) {
        // the place, not the message: the message repeats what somebody typed
        log.info("Not possible: {} at {}", nonsense.getClass().getSimpleName(), nonsense.getStackTrace()[0]);
        return new ModelAndView("error/400", HttpStatus.BAD_REQUEST);
    }

    private static HttpStatus statusOf(Reason.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
