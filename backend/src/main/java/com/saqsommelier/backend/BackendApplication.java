package com.saqsommelier.backend;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
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
    AccessController.class,
    VisitsController.class,
    DeliveriesController.class,
    RecommendationsController.class,
    HealthController.class,
    Tables.class,
    ProblemAnswers.class,
    DownloadController.class,
    ProductSource.class,
    ErrorAnswers.class,
    ProblemsPage.class,
    ProblemWriter.class,
    MalformedRequests.class,
    ContractDescription.class,
    IndexMetrics.class,
    DeliveryMetrics.class,
    RequestIdFilter.class,
    Origins.class,
    RequestLimitFilter.class,
    ApiKey.class,
    ApiKeyFilter.class,
    AnswerFilter.class,
    SortParameter.class
})
class BackendApplication implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new WholeValues());
    }

    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
