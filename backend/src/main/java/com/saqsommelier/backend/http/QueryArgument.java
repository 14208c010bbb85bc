package com.saqsommelier.backend.http;

import com.saqsommelier.api.Problem.InvalidParameter;
import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.QueryParameter;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads a {@link ProductQuery} from the parameters of a request. Spring can do that too, but parses the annotations of the
 * record's constructor for each request anew, which took as long as the search itself; and it would take the comma of
 * {@code region=Bourgogne, Côte de Beaune} for the end of a value.
 */
final class QueryArgument implements HandlerMethodArgumentResolver {

    private final ConversionService conversion;
    private final Validator validator;

    QueryArgument(ConversionService conversion, Validator validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(ProductQuery.class);
    }

    /** @throws InvalidParameterException naming each parameter that cannot be read or, where all can, is out of range */
    @Override
    public ProductQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        List<InvalidParameter> wrong = new ArrayList<>();
        ProductQuery query = QueryParameter.query(one -> value(one, request.getParameterValues(one.name()), wrong));
        if (wrong.isEmpty()) {
            validator.validate(query).stream().map(QueryArgument::outOfRange).forEach(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidParameterException(wrong);
        }
        return query;
    }

    private @Nullable Object value(QueryParameter parameter, String @Nullable [] given, List<InvalidParameter> wrong) {
        if (given == null) {
            return null;
        }
        if (parameter.repeatable()) {
            return List.of(given);
        }
        try {
            return conversion.convert(given[0], parameter.type());
        } catch (ConversionException e) {
            wrong.add(new InvalidParameter(parameter.name(), given[0], Accepted.as(parameter.type())));
            return null;
        }
    }

    private static InvalidParameter outOfRange(ConstraintViolation<ProductQuery> violation) {
        // The path of one of several values goes on behind the parameter.
        Iterator<jakarta.validation.Path.Node> path =
                violation.getPropertyPath().iterator();
        String component = path.next().getName();
        return new InvalidParameter(
                QueryParameter.named(component).map(QueryParameter::name).orElse(component),
                Objects.toString(violation.getInvalidValue(), null),
                violation.getMessage());
    }
}
