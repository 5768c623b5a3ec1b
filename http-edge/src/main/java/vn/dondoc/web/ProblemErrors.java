package vn.dondoc.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What failed before or beside the controllers is a problem like any other. */
@Hidden
@RestController
final class ProblemErrors implements ErrorController {

    private final ProblemAdvice advice;

    ProblemErrors(ProblemAdvice advice) {
        this.advice = advice;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return advice.onStatus(status instanceof Integer it ? it : 404);
    }
}
