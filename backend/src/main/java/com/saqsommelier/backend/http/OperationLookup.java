package com.saqsommelier.backend.http;

import com.saqsommelier.api.AccessControl.Level;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Looks up the operation that a request leads to, before the dispatcher does and by the same mappings, so that filters decide
 * on what will be called and not on how its address is spelled.
 */
@Component
final class OperationLookup {

    private static final String FOUND = OperationLookup.class.getName();

    /** Pages of the API's description come from a library and cannot be annotated. */
    private static final String DESCRIPTION = "org.springdoc.";

    private final Supplier<List<HandlerMapping>> mappings;

    /** @param mappings are not there yet when filters are made */
    OperationLookup(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = SingletonSupplier.of(() -> mappings.orderedStream().toList());
    }

    /** The operation, looked up once a request. */
    Operation of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Operation found) {
            return found;
        }
        Operation operation = lookUp(request);
        request.setAttribute(FOUND, operation);
        return operation;
    }

    private Operation lookUp(HttpServletRequest request) {
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        HttpServletRequest probe = new Probe(request);
        try {
            for (HandlerMapping mapping : mappings.get()) {
                HandlerExecutionChain chain = mapping.getHandler(probe);
                if (chain != null) {
                    Object handler = chain.getHandler();
                    return new Operation(handler, Optional.of(level(handler, mapping)));
                }
            }
        } catch (Exception e) {
            // Another method or media type than an operation at this address has; the dispatcher fails likewise.
            return new Operation(null, strictestAt(path));
        }
        return new Operation(null, Optional.empty());
    }

    private static Level level(Object handler, HandlerMapping mapping) {
        if (handler instanceof HandlerMethod method) {
            boolean known = method.getBeanType().getName().startsWith(DESCRIPTION)
                    || mapping instanceof WebMvcEndpointHandlerMapping;
            return known ? Level.PUBLIC : Operation.declaredLevel(method).orElse(Level.PERSONAL);
        }
        return handler instanceof ResourceHttpRequestHandler ? Level.PUBLIC : Level.PERSONAL;
    }

    private Optional<Level> strictestAt(PathContainer path) {
        return mappings.get().stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream()
                        .filter(entry -> entry.getKey().getPathPatternsCondition() != null
                                && entry.getKey().getPathPatternsCondition().getPatterns().stream()
                                        .anyMatch(pattern -> pattern.matches(path)))
                        .map(entry -> level(entry.getValue(), mapping)))
                .max(Comparator.naturalOrder());
    }

    /** The request with attributes of its own: what mappings leave there for their handler is not for the dispatcher. */
    private static final class Probe extends HttpServletRequestWrapper {

        private final Map<String, @Nullable Object> own = new HashMap<>();

        Probe(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            return own.containsKey(name) ? own.get(name) : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            own.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            own.put(name, null);
        }
    }
}
