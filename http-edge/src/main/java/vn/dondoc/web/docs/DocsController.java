package vn.dondoc.web.docs;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The pages under {@code /docs}; the page of the API itself is springdoc's. */
@Hidden
@RestController
public class DocsController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private final Supplier<String> events = SingletonSupplier.of(EventsPage::html);

    @GetMapping("/docs/{page:[a-z-]+}")
    ResponseEntity<String> page(@PathVariable String page) throws NoResourceFoundException {
        Optional<String> html = page.equals("events") ? Optional.of(events.get()) : Pages.markdown(page);
        return ResponseEntity.ok().contentType(HTML).body(html.orElseThrow(() -> missing(page)));
    }

    @GetMapping("/docs/asyncapi.yaml")
    ResponseEntity<String> asyncApi() {
        return ResponseEntity.ok()
                .contentType(YAML)
                .body(Pages.resource("/asyncapi.yaml").orElseThrow());
    }

    @GetMapping("/docs/schemas/{name:[a-z0-9.-]+}")
    ResponseEntity<String> schema(@PathVariable String name) throws NoResourceFoundException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Pages.resource("/schemas/" + name).orElseThrow(() -> missing("schemas/" + name)));
    }

    private static NoResourceFoundException missing(String page) {
        return new NoResourceFoundException(HttpMethod.GET, "/docs/" + page, "docs/" + page);
    }
}
