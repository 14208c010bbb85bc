package com.saqsommelier.backend.http;

import jakarta.validation.Validator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Beans of the HTTP layer: filters, error answers, parameter binding. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProblemAnswers.class,
    ErrorAnswers.class,
    ProblemsPage.class,
    RootPage.class,
    ProblemWriter.class,
    MalformedRequests.class,
    RequestIdFilter.class,
    Origins.class,
    RequestLimitFilter.class,
    ApiKey.class,
    OperationLookup.class,
    ApiKeyFilter.class,
    AnswerFilter.class,
    SortParameter.class
})
public class HttpConfiguration implements WebMvcConfigurer {

    /** Not there yet when this is made. */
    private final ObjectProvider<ConversionService> conversion;

    private final ObjectProvider<Validator> validator;

    HttpConfiguration(
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
}
