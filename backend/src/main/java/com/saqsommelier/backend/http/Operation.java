package com.saqsommelier.backend.http;

import com.saqsommelier.api.AccessControl;
import com.saqsommelier.api.AccessControl.Level;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.web.method.HandlerMethod;

/**
 * The operation that a request leads to.
 *
 * @param handler the handler that the dispatcher will call; null where there is none for the address or the method
 * @param level the access that the operation needs; empty where nothing is at the address
 */
record Operation(@Nullable Object handler, Optional<Level> level) {

    /** An annotation of the handler's method or of the interface it is declared in; empty where it has none. */
    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(type))
                : Optional.empty();
    }

    /** The level that a method declares, or else its type, the strictest where several do; empty where none does. */
    static Optional<Level> declaredLevel(HandlerMethod method) {
        AccessControl own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AccessControl.class);
        return own != null
                ? Optional.of(own.value())
                : MergedAnnotations.from(method.getBeanType(), SearchStrategy.TYPE_HIERARCHY).stream(
                                AccessControl.class)
                        .map(one -> one.synthesize().value())
                        .max(Comparator.naturalOrder());
    }
}
