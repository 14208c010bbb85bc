package com.saqsommelier.backend;

import com.saqsommelier.search.CatalogueIndex;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Parts of a running backend, for tests that read what it is made of. */
public final class RunningContext {

    private RunningContext() {}

    /** The index that the backend answers from. */
    public static CatalogueIndex index(Backend backend) {
        return backend.context().getBean(CatalogueIndex.class);
    }

    /** The mapping of the controllers, by which the dispatcher finds operations. */
    public static RequestMappingHandlerMapping operations(Backend backend) {
        return backend.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }
}
