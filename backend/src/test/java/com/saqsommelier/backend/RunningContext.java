package com.saqsommelier.backend;

import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Parts of a running backend, for tests that read what it is made of. */
public final class RunningContext {

    private RunningContext() {}

    /** The mapping of the controllers, by which the dispatcher finds operations. */
    public static RequestMappingHandlerMapping operations(Backend backend) {
        return backend.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }
}
