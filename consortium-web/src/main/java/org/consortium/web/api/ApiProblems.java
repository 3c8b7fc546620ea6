package org.consortium.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Collectors;
import org.consortium.core.Refusal;
import org.consortium.core.member.MemberRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells a program what was wrong with its call; what is not listed here is our fault and becomes a 500 in {@link Failures}. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;
    private final HttpServletRequest request;

    ApiProblems(Problems problems, HttpServletRequest request) {
        this.problems = problems;
        this.request = request;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal) {
        return answer(problems.of(refusal, request));
    }

    /** Two changed the same thing at the same instant; the second has not. */
    @ExceptionHandler
    ResponseEntity<Problem> changedMeanwhile(OptimisticLockingFailureException race) {
        return refused(new Refusal(MemberRefusal.STALE_VERSION));
    }

    /** The database guards what is scarce: somebody was quicker by an instant. */
    @ExceptionHandler
    ResponseEntity<Problem> takenMeanwhile(DataIntegrityViolationException race) {
        // the first line names the constraint, the second what was typed
        log.info(
                "The database refused: {}",
                race.getMostSpecificCause().getMessage().lines().findFirst().orElse(""));
        return answer("conflict", HttpStatus.CONFLICT);
    }

    // what was sent

    @ExceptionHandler
    ResponseEntity<Problem> notReadable(HttpMessageNotReadableException nonsense) {
        if (nonsense.getCause() instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return notRight(List.of(field(pathOf(mismatch), "problem.field.form")));
        }
        return answer("body-not-readable", HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notValid(MethodArgumentNotValidException invalid) {
        var inBody = invalid.getParameter().hasParameterAnnotation(RequestBody.class);
        return inBody ? notRight(errorsOf(invalid)) : parametersNotRight(errorsOf(invalid));
    }

    /** A value's own rule that no form rule has caught before. Its message repeats what was typed, so it is not told. */
    @ExceptionHandler
    ResponseEntity<Problem> notPossible(IllegalArgumentException nonsense) {
        log.info("Not possible: {} at {}", nonsense.getClass().getSimpleName(), nonsense.getStackTrace()[0]);
        return notRight(List.of());
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ResponseEntity<Problem> noFile(Exception missing) {
        return answer("file-missing", HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(MaxUploadSizeExceededException large) {
        return answer("too-large", HttpStatus.CONTENT_TOO_LARGE);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notTaken(HttpMediaTypeNotSupportedException format) {
        var headers = new HttpHeaders();
        headers.setAccept(format.getSupportedMediaTypes());
        return answer("format-not-taken", HttpStatus.UNSUPPORTED_MEDIA_TYPE, List.of(), headers);
    }

    // what was asked

    @ExceptionHandler
    ResponseEntity<Problem> parametersNotRight(HandlerMethodValidationException invalid) {
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors fields
                        ? errorsOf(fields).stream()
                        : result.getResolvableErrors().stream()
                                .map(error -> new Problem.Field(
                                        result.getMethodParameter().getParameterName(), problems.sentence(error))))
                .toList();
        return parametersNotRight(errors);
    }

    @ExceptionHandler
    ResponseEntity<Problem> parametersNotRight(BindException invalid) {
        return parametersNotRight(errorsOf(invalid));
    }

    @ExceptionHandler
    ResponseEntity<Problem> parametersNotRight(ConstraintViolationException invalid) {
        return parametersNotRight(invalid.getConstraintViolations().stream()
                .map(ApiProblems::fieldOf)
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException missing) {
        return parametersNotRight(List.of(field(missing.getParameterName(), "problem.field.missing")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException missing) {
        return answer("if-match-missing", HttpStatus.PRECONDITION_REQUIRED);
    }

    /** What cannot be a code or number in the address names nothing; as a parameter it is a mistake. */
    @ExceptionHandler
    ResponseEntity<Problem> mismatch(MethodArgumentTypeMismatchException nonsense) {
        if (nonsense.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer("not-found", HttpStatus.NOT_FOUND);
        }
        return parametersNotRight(List.of(field(nonsense.getName(), "problem.field.form")));
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchFormat(HttpMediaTypeNotAcceptableException format) {
        return answer("not-acceptable", HttpStatus.NOT_ACCEPTABLE);
    }

    private ResponseEntity<Problem> notRight(List<Problem.Field> errors) {
        return answer("not-right", HttpStatus.UNPROCESSABLE_CONTENT, errors, HttpHeaders.EMPTY);
    }

    private ResponseEntity<Problem> parametersNotRight(List<Problem.Field> errors) {
        return answer("parameters-not-right", HttpStatus.BAD_REQUEST, errors, HttpHeaders.EMPTY);
    }

    private ResponseEntity<Problem> answer(String code, HttpStatus status) {
        return answer(code, status, List.of(), HttpHeaders.EMPTY);
    }

    private ResponseEntity<Problem> answer(
            String code, HttpStatus status, List<Problem.Field> errors, HttpHeaders headers) {
        var problem = problems.of(code, status, errors, request);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private List<Problem.Field> errorsOf(Errors invalid) {
        return invalid.getAllErrors().stream()
                .map(error -> new Problem.Field(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        error instanceof FieldError field && field.isBindingFailure()
                                ? problems.sentence("problem.field.form")
                                : problems.sentence(error)))
                .toList();
    }

    private static Problem.Field fieldOf(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        return new Problem.Field(path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
    }

    private Problem.Field field(String name, String key) {
        return new Problem.Field(name, problems.sentence(key));
    }

    private static String pathOf(DatabindException mismatch) {
        return mismatch.getPath().stream().map(ApiProblems::step).collect(Collectors.joining("."));
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName();
    }
}
