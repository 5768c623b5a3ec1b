package vn.dondoc.web.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Pages of the documentation: the Markdown files of {@code docs}, and what is computed. */
final class Pages {

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s – Đôn Đốc</title>
            <style>
            body { font: 16px/1.55 system-ui, sans-serif; color: #1b1b1b; max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 4rem }
            nav { border-bottom: 1px solid #ccc; padding-bottom: .6rem; margin-bottom: 1.2rem }
            nav a { margin-right: 1.2rem }
            a { color: #0b5394 }
            h1 { font-size: 1.7rem } h2 { font-size: 1.3rem; margin-top: 2.2rem } h3 { font-size: 1.05rem; margin-top: 1.6rem }
            :target { background: #fff3bf }
            table { border-collapse: collapse; width: 100%%; overflow-wrap: anywhere }
            th, td { border: 1px solid #d0d0d0; padding: .3rem .6rem; text-align: left; vertical-align: top }
            th { background: #f2f2f2 }
            code, pre { font-family: ui-monospace, monospace; font-size: .92em; background: #f5f5f5 }
            pre { padding: .7rem .9rem; overflow-x: auto }
            code { padding: 0 .2rem } pre code { padding: 0 }
            </style>
            </head>
            <body>
            <nav><a href="/docs">API</a><a href="/docs/agency-quickstart">Quickstart</a><a href="/docs/api">Conventions</a>\
            <a href="/docs/problems">Problems</a><a href="/docs/events">Events</a><a href="/docs/glossary">Glossary</a></nav>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private Pages() {}

    /** A file of {@code docs} as a page; nothing if it is not among those that services carry. */
    static Optional<String> markdown(String name) {
        return resource("/docs/" + name + ".md").map(it -> framed(title(it), RENDERER.render(PARSER.parse(it))));
    }

    static String framed(String title, String body) {
        return FRAME.formatted(title, body);
    }

    static Optional<String> resource(String path) {
        try (InputStream stream = Pages.class.getResourceAsStream(path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String title(String markdown) {
        return markdown.lines()
                .filter(it -> it.startsWith("# "))
                .map(it -> it.substring(2))
                .findFirst()
                .orElse("");
    }
}
