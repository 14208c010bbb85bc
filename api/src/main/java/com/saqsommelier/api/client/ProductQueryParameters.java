package com.saqsommelier.api.client;

import com.saqsommelier.api.ProductQuery;
import com.saqsommelier.api.QueryParameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
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
        for (QueryParameter one : QueryParameter.ALL) {
            List<String> values = one.values(query);
            if (!values.isEmpty()) {
                request.addRequestParameter(one.name(), values.toArray(String[]::new));
            }
        }
        return true;
    }
}
