package com.saqsommelier.backend;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of the web application. What is not listed here is not in it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ProductsController.class,
    StoresController.class,
    WatchesController.class,
    UsersController.class,
    DeliveriesController.class,
    HealthController.class,
    Tables.class,
    ProblemAnswers.class,
    ApiKeyFilter.class,
    SortParameter.class
})
class BackendApplication implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("SAQ Sommelier")
                        .version("v1")
                        .description("A private copy of the SAQ catalogue: search and details. Errors are"
                                + " application/problem+json (RFC 9457). What is about a person needs the"
                                + " key, and the catalogue too where the operator set one; send it as X-API-Key."));
    }
}
