package vn.dondoc.web;

import io.micrometer.tracing.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.failure.Text;

/** A request that the server itself cannot read, such as one with letters in its address that should be encoded. */
public final class ProblemValve extends ErrorReportValve {

    private static final Problems PROBLEMS = new Problems(Tracer.NOOP);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Text text = Text.of(response.getStatus() < 500 ? "edge.bad-address" : "edge.unexpected");
        ProblemDetail problem = PROBLEMS.of(response.getStatus(), text);
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(JSON.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
