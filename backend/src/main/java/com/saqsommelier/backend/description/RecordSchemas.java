package com.saqsommelier.backend.description;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.saqsommelier.backend.http.ContractName;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completes the schemas of the contract's records with what springdoc does not read from them: a component that is not
 * {@code @Nullable} is always there, one that is may be null, and an example of each, from {@code examples.json}.
 */
final class RecordSchemas {

    private static final String CONTRACT = "com.saqsommelier.api";

    /** By the name of the property, or by {@code Schema.property} where a name means different things. */
    private static final Map<String, Object> EXAMPLES = examples();

    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    /** Notes the records that a type of the contract leads to. */
    void see(Type type) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                see(argument);
            }
        }
        if (type instanceof Class<?> one
                && one.isRecord()
                && one.getPackageName().equals(CONTRACT)
                && records.putIfAbsent(name(one), one) == null) {
            for (RecordComponent component : one.getRecordComponents()) {
                see(component.getGenericType());
            }
        }
    }

    /** Completes the schemas of all records that were seen. */
    void complete(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            Class<?> record = records.get(name);
            if (record != null && schema.getProperties() != null) {
                complete(name, schema, record);
            }
        });
    }

    private static void complete(String name, io.swagger.v3.oas.models.media.Schema<?> schema, Class<?> record) {
        Map<String, io.swagger.v3.oas.models.media.Schema<?>> properties = new HashMap<>();
        schema.getProperties().forEach((key, property) -> properties.put(String.valueOf(key), property));
        for (RecordComponent component : record.getRecordComponents()) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String key = renamed == null ? ContractName.of(component.getName()) : renamed.value();
            io.swagger.v3.oas.models.media.Schema<?> property = properties.get(key);
            if (property == null) {
                continue;
            }
            if (!mayBeNull(component.getAnnotatedType())) {
                require(schema, key);
            } else if (property.getTypes() != null) {
                Set<String> types = new LinkedHashSet<>(property.getTypes());
                types.add("null");
                property.setTypes(types);
            }
            Object example = EXAMPLES.getOrDefault(name + "." + key, EXAMPLES.get(key));
            if (example != null && property.get$ref() == null && property.getExample() == null) {
                property.setExample(example);
            }
        }
    }

    private static void require(io.swagger.v3.oas.models.media.Schema<?> schema, String key) {
        if (schema.getRequired() == null || !schema.getRequired().contains(key)) {
            schema.addRequiredItem(key);
        }
    }

    private static boolean mayBeNull(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static String name(Class<?> record) {
        Schema given = record.getAnnotation(Schema.class);
        return given == null || given.name().isEmpty() ? record.getSimpleName() : given.name();
    }

    private static Map<String, Object> examples() {
        try (InputStream file =
                Objects.requireNonNull(RecordSchemas.class.getResourceAsStream("examples.json"), "examples.json")) {
            return JsonMapper.shared().readValue(file, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
