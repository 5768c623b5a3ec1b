package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.dondoc.failure.Failure;

/** A caller whose token cannot be checked is told to come again, not that the token is bad. */
class IssuerOutOfReachTests {

    static RuntimeException[] whatSpringThrows() {
        return new RuntimeException[] {
            new AuthenticationServiceException("Couldn't retrieve remote JWK set"),
            new JwtDecoderInitializationException("Failed to lazily resolve", new IllegalStateException("no issuer"))
        };
    }

    @ParameterizedTest
    @MethodSource("whatSpringThrows")
    void answers503WithWhenToComeAgain(RuntimeException thrown) throws Exception {
        var advice = new ProblemAdvice(new Problems(Tracer.NOOP));
        HandlerExceptionResolver problems = (request, response, handler, failure) -> {
            var answer = advice.on((Failure) failure);
            response.setStatus(answer.getStatusCode().value());
            response.setHeader("Retry-After", answer.getHeaders().getFirst("Retry-After"));
            return new ModelAndView();
        };
        var response = new MockHttpServletResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);

        new IssuerFilter(problems).doFilter(new MockHttpServletRequest(), response, (request, later) -> {
            throw thrown;
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("2");
    }
}
