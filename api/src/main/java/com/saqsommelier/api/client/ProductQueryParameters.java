package com.saqsommelier.api.client;

import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.Sort;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;

/**
 * Writes a {@link ProductQuery} as request parameters, under the names by which the server binds them.
 *
 * <p>Spring binds records on the server but does not write them on the client (spring-framework issue 35615).
 */
final class ProductQueryParameters implements HttpServiceArgumentResolver {

    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
        if (!(argument instanceof ProductQuery query)) {
            return false;
        }
        for (RecordComponent component : ProductQuery.class.getRecordComponents()) {
            String[] values = values(read(component, query));
            if (values.length > 0) {
                request.addRequestParameter(name(component), values);
            }
        }
        return true;
    }

    /** {@code @BindParam} targets parameters, so it is found on the canonical constructor and not on the component. */
    private static String name(RecordComponent component) {
        for (var parameter : ProductQuery.class.getDeclaredConstructors()[0].getParameters()) {
            if (parameter.getName().equals(component.getName())) {
                return Objects.requireNonNull(parameter.getAnnotation(BindParam.class))
                        .value();
            }
        }
        throw new IllegalStateException(component + " has no constructor parameter");
    }

    private static @Nullable Object read(RecordComponent component, ProductQuery query) {
        try {
            return component.getAccessor().invoke(query);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static String[] values(@Nullable Object value) {
        return switch (value) {
            case null -> new String[0];
            case Collection<?> several -> several.stream().map(Object::toString).toArray(String[]::new);
            case Sort sort -> new String[] {sort.parameter()};
            default -> List.of(value.toString()).toArray(String[]::new);
        };
    }
}
