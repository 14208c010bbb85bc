package com.saqsommelier.backend;

import jakarta.validation.Validator;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
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
    DigestController.class,
    RecommendationsController.class,
    Advice.class,
    AdviceStream.class,
    AskedSommelier.class,
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

    /** Not there yet when this is made. */
    private final ObjectProvider<ConversionService> conversion;

    private final ObjectProvider<Validator> validator;

    BackendApplication(
            @Qualifier("mvcConversionService") ObjectProvider<ConversionService> conversion,
            ObjectProvider<Validator> validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new QueryArgument(conversion.getObject(), validator.getObject()));
    }

    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
