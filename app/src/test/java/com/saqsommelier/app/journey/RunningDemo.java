package com.saqsommelier.app.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives one running system to all journeys of a test run, as starting it takes seconds; it is closed after the last of them.
 * A journey uses people of its own, and says nothing of what happens to bottles that are not its own.
 */
final class RunningDemo implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(DemoSystem.class, type -> start());
    }

    private static DemoSystem start() {
        try {
            return DemoSystem.start();
        } catch (Exception e) {
            throw new ParameterResolutionException("the demo did not start", e);
        }
    }
}
