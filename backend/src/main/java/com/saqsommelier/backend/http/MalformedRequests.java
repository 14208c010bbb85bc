package com.saqsommelier.backend.http;

import com.saqsommelier.api.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets the server answer with a problem, and not with a page, what it refuses before it looks for a handler. */
@Component
final class MalformedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** Made by Tomcat, by its name. */
    public static final class ProblemValve extends ErrorReportValve {

        private static final JsonMapper JSON = JsonMapper.shared();

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            HttpStatus known = HttpStatus.resolve(status) == null ? HttpStatus.BAD_REQUEST : HttpStatus.valueOf(status);
            Problem problem = ProblemKind.of(known)
                    .problem(
                            known,
                            known.is5xxServerError()
                                    ? ProblemAnswers.OUR_FAULT
                                    : "The address or a header is malformed: letters beyond ASCII and signs as \" and % are"
                                            + " written as %22 and %25.",
                            "/",
                            null);
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getReporter().write(new String(JSON.writeValueAsBytes(problem), StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException e) {
                // The caller is gone; there is nobody to tell.
                container.getLogger().debug("An error could not be answered", e);
            }
        }
    }
}
