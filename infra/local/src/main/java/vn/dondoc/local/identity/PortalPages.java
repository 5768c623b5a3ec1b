package vn.dondoc.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The files of the console, and where it finds what it asks. */
@Configuration(proxyBeanMethods = false)
@RestController
class PortalPages implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final @Nullable Path folder;
    private final String issuer;
    private final Map<String, String> services = new LinkedHashMap<>();

    /**
     * Pages of one folder.
     *
     * @param folder of the built console; empty where it was not built, and then a page says how
     * @param services addresses by their names, such as {@code task=http://localhost:8082}
     */
    PortalPages(
            @Value("${dondoc.portal.folder:}") String folder,
            @Value("${dondoc.identity.issuer}") String issuer,
            @Value("${dondoc.portal.services:}") List<String> services) {
        this.folder = folder.isEmpty() || !Files.isDirectory(Path.of(folder)) ? null : Path.of(folder);
        this.issuer = issuer;
        services.forEach(it -> this.services.put(it.split("=", 2)[0], it.split("=", 2)[1]));
    }

    /** What a page may do: its own scripts and styles, the services of this system, and nothing else. */
    String policy() {
        List<String> asked = new ArrayList<>(services.values());
        asked.addFirst("'self'");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
                + " connect-src " + String.join(" ", asked)
                + "; frame-src 'self'; frame-ancestors 'self'; form-action 'self' http://localhost:* http://127.0.0.1:*; base-uri 'none'";
    }

    @GetMapping(path = "/config.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> config() {
        return Map.of("issuer", issuer, "clientId", Clients.PORTAL, "services", services);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        String own = "classpath:/sign-in/";
        registry.addResourceHandler("/sign-in.css").addResourceLocations(own);
        if (folder == null) {
            registry.addResourceHandler("/**")
                    .addResourceLocations(own)
                    .resourceChain(true)
                    .addResolver(new Pages());
            return;
        }
        String files = folder.toUri().toString();
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(files + "assets/")
                .setCacheControl(CacheControl.maxAge(A_YEAR).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(files)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new Pages());
    }

    /** Addresses of pages are the console's own to understand: each is its first page. */
    private static final class Pages extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            boolean page = !path.substring(path.lastIndexOf('/') + 1).contains(".");
            return file == null && page ? super.getResource("index.html", location) : file;
        }
    }
}
