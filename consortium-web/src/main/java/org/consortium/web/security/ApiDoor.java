package org.consortium.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consortium.web.api.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What a program is told at the door of the API when it is not let in. */
@Component
class ApiDoor {

    private final Problems problems;

    ApiDoor(Problems problems) {
        this.problems = problems;
    }

    void nobody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write("sign-in-needed", HttpStatus.UNAUTHORIZED, request, response);
    }

    void unknownToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problems.write("token-unknown", HttpStatus.UNAUTHORIZED, request, response);
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write("not-allowed", HttpStatus.FORBIDDEN, request, response);
    }

    void formTokenMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write("csrf-token-missing", HttpStatus.FORBIDDEN, request, response);
    }

    void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write("not-found", HttpStatus.NOT_FOUND, request, response);
    }

    void notBegun(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write("not-begun", HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }
}
