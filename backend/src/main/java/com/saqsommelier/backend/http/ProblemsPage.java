package com.saqsommelier.backend.http;

import com.saqsommelier.api.AccessControl;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows docs/problems.md, to which the {@code type} of each problem leads. */
@RestController
@AccessControl(AccessControl.Level.PUBLIC)
@Hidden
final class ProblemsPage {

    private final String html = """
            <!DOCTYPE html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Problems of the SAQ Sommelier API</title>
            <style>body {font: 1rem/1.5 sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem}</style>
            %s</html>
            """.formatted(rendered());

    @GetMapping(path = ProblemKind.PAGE, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        return html;
    }

    private static String rendered() {
        try (InputStream page = Objects.requireNonNull(ProblemsPage.class.getResourceAsStream("problems.md"))) {
            String markdown = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            return HtmlRenderer.builder()
                    .attributeProviderFactory(context -> ProblemsPage::anchor)
                    .build()
                    .render(Parser.builder().build().parse(markdown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a heading be found by its words: {@code Not found} by {@code #not-found}. */
    private static void anchor(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading && node.getFirstChild() instanceof Text words) {
            attributes.put("id", words.getLiteral().toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }
}
