package vn.dondoc.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Text;

/** A request that the server itself cannot read, such as one with letters in its address that should be encoded. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Text text = Text.of(response.getStatus() < 500 ? "edge.bad-address" : "edge.unexpected");
        Problems.Code code = response.getStatus() < 500 ? Problems.Code.INVALID : Problems.Code.UNEXPECTED;
        String problem = """
                {"type":"urn:dondoc:problem:%1$s","status":%2$d,"code":"%1$s","detail":"%3$s","detailEn":"%4$s",\
                "help":"/docs/problems#%1$s"}""".formatted(code.text(), response.getStatus(), text.vietnamese(), text.english());
        try {
            response.setContentType("application/problem+json");
            response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
