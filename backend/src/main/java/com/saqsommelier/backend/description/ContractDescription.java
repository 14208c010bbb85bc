package com.saqsommelier.backend.description;

import com.saqsommelier.api.Problem;
import com.saqsommelier.backend.http.ApiAccess;
import com.saqsommelier.backend.http.ProblemKind;
import com.saqsommelier.backend.http.Problems;
import com.saqsommelier.backend.http.RefusedParameters;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;

/** What OpenAPI says beyond the interfaces: the key, the problems, and the parameters that are refused. */
@Configuration(proxyBeanMethods = false)
class ContractDescription {

    private static final String KEY = "key";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("SAQ Sommelier")
                        .version("v1")
                        .description("A private copy of the SAQ catalogue: search and details. Errors are"
                                + " application/problem+json (RFC 9457). What is about a person needs the"
                                + " key, and the catalogue too where the operator set one; send it as X-API-Key."))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name(ApiAccess.KEY_HEADER)));
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer problems(RecordSchemas records) {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().forEach((path, item) -> {
                if (path.startsWith("/api/")) {
                    item.readOperations().forEach(operation -> describe(operation));
                }
            });
            records.see(Problem.class);
            records.complete(api);
        };
    }

    @Bean
    OperationCustomizer operations(RecordSchemas records) {
        return (operation, handler) -> {
            operation.setOperationId(operationId(handler));
            withoutRefused(operation, handler);
            withOwnProblems(operation, handler);
            records.see(handler.getMethod().getGenericReturnType());
            Stream.of(handler.getMethod().getGenericParameterTypes()).forEach(records::see);
            return operation;
        };
    }

    /** {@code productsList}: of what and what, which no other operation has, whatever is added. */
    private static String operationId(HandlerMethod handler) {
        String of = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        String what = handler.getMethod().getName();
        return of.substring(0, 1).toLowerCase(Locale.ROOT)
                + of.substring(1)
                + what.substring(0, 1).toUpperCase(Locale.ROOT)
                + what.substring(1);
    }

    private static void withoutRefused(Operation operation, HandlerMethod handler) {
        RefusedParameters without = handler.getMethodAnnotation(RefusedParameters.class);
        if (without != null && operation.getParameters() != null) {
            List<String> refused = Arrays.asList(without.value());
            operation.getParameters().removeIf(parameter -> refused.contains(parameter.getName()));
        }
    }

    private static void withOwnProblems(Operation operation, HandlerMethod handler) {
        Problems own = handler.getMethodAnnotation(Problems.class);
        if (own != null) {
            Stream.of(own.value()).forEach(kind -> add(kind, operation));
        }
    }

    private static void describe(Operation operation) {
        operation.addSecurityItem(new SecurityRequirement().addList(KEY));
        List<ProblemKind> kinds = new ArrayList<>(List.of(
                ProblemKind.INVALID_PARAMETER,
                ProblemKind.KEY_NEEDED,
                ProblemKind.TOO_MANY_REQUESTS,
                ProblemKind.DATABASE_UNREACHABLE));
        if (answersWithJson(operation)) {
            kinds.add(ProblemKind.NOT_ACCEPTABLE);
        }
        if (operation.getRequestBody() != null) {
            kinds.add(ProblemKind.UNSUPPORTED_MEDIA_TYPE);
        }
        kinds.forEach(kind -> add(kind, operation));
    }

    private static void add(ProblemKind kind, Operation operation) {
        operation.getResponses().addApiResponse(Integer.toString(kind.status().value()), response(kind));
    }

    /** With a record, which the caller may not be able to take; not with a table, nor with nothing. */
    private static boolean answersWithJson(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .flatMap(response -> Stream.ofNullable(response.getValue().getContent()))
                .flatMap(content -> content.values().stream())
                .anyMatch(
                        media -> media.getSchema() != null && media.getSchema().get$ref() != null);
    }

    private static ApiResponse response(ProblemKind kind) {
        return new ApiResponse()
                .description(kind.title())
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                        .example(Map.of(
                                                "type", kind.type(),
                                                "title", kind.title(),
                                                "status", kind.status().value(),
                                                "detail", "What happened and what to do",
                                                "instance", "/api/v1/products"))));
    }
}
