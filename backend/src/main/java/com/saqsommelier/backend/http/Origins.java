package com.saqsommelier.backend.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets pages of the sites that the operator lists call the API from a browser, and of no other site. */
@Configuration(proxyBeanMethods = false)
class Origins {

    private static final long SECONDS_TO_REMEMBER = 3600;

    @Bean
    FilterRegistrationBean<CorsFilter> origins(ApiAccess callers, JsonMapper json) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(callers.origins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE"));
        allowed.setAllowedHeaders(List.of(
                ApiAccess.KEY_HEADER, RequestIdFilter.HEADER, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_NONE_MATCH));
        allowed.setExposedHeaders(List.of(
                HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, RequestIdFilter.HEADER, "RateLimit", "RateLimit-Policy"));
        allowed.setMaxAge(SECONDS_TO_REMEMBER);
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration("/**", allowed);
        CorsFilter filter = new CorsFilter(paths);
        filter.setCorsProcessor(new Refusal(json));
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(FilterOrder.ORIGINS);
        return registration;
    }

    /** Says in a problem what Spring would say in plain text. */
    private static final class Refusal extends DefaultCorsProcessor {

        private final JsonMapper json;

        Refusal(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(ProblemKind.FOREIGN_ORIGIN.status());
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody()
                    .write(json.writeValueAsString(ProblemKind.FOREIGN_ORIGIN.problem(
                                    "A page of this site may not call this backend from a browser, or not with this method"
                                            + " or header. The operator lists the sites in SOMMELIER_CORS_ORIGINS.",
                                    "/api"))
                            .getBytes(StandardCharsets.UTF_8));
            response.flush();
        }
    }
}
