package com.saqsommelier.simulator.saq;

import com.saqsommelier.simulator.http.Exchange;
import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.TypeResolutionEnvironment;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands in for the GraphQL endpoint of Adobe Commerce Live Search and Catalog Service, which saq.com asks from the
 * browser. Queries are checked against the documented schema, so that what Adobe would refuse is refused here.
 *
 * @see <a href="https://developer.adobe.com/commerce/webapi/graphql/schema/live-search/queries/product-search/">
 *     productSearch</a>
 */
final class LiveSearch {

    static final String PATH = "/graphql";

    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Map<String, String> SCOPE = Map.of(
            "Magento-Website-Code", "base",
            "Magento-Store-Code", "main_website_store",
            "Magento-Store-View-Code", "fr");

    private final LiveSearchAccess access;
    private final ProductSearch products;
    private final GraphQL graphQl;

    LiveSearch(String baseUrl, LivingCatalogue catalogue, LiveSearchAccess access) {
        this.access = access;
        products = new ProductSearch(baseUrl, catalogue);
        graphQl = GraphQL.newGraphQL(schema()).build();
    }

    /** The answer to a POST. */
    Answer answer(Exchange exchange) throws IOException {
        String key = exchange.header("x-api-key").orElse("");
        if (!key.equals(access.apiKey())) {
            // Seen in https://github.com/adobe/storefront-product-listing-page/issues/22.
            return forbidden(key.isEmpty() ? "Client ID is missing" : "Client ID is invalid", "403003");
        }
        if (!exchange.header("Magento-Environment-Id").orElse("").equals(access.environmentId())) {
            return forbidden("Environment ID is missing or invalid", "403004");
        }
        for (Map.Entry<String, String> header : SCOPE.entrySet()) {
            if (!exchange.header(header.getKey()).orElse("").equals(header.getValue())) {
                return json(400, errors("Header " + header.getKey() + " is missing or names an unknown scope"));
            }
        }
        try {
            return execute(MAPPER.readTree(exchange.body()));
        } catch (JacksonException e) {
            return json(400, errors("The body is not JSON: " + e.getOriginalMessage()));
        }
    }

    /** The same answer with {@code items: null} and an error beside it. */
    static Answer withoutItems(byte[] usual) {
        JsonNode answer = MAPPER.readTree(usual);
        if (answer.path("data").path("productSearch") instanceof ObjectNode search && search.has("items")) {
            search.putNull("items");
        }
        return json(200, answer);
    }

    /** An answer of status 200 that holds nothing but an error. */
    static String error(String message) {
        Map<String, Object> answer = new LinkedHashMap<>(errors(message));
        answer.put("data", null);
        return MAPPER.writeValueAsString(answer);
    }

    private Answer execute(JsonNode request) {
        String query = request.path("query").asString("");
        if (query.isBlank()) {
            return json(400, errors("The body has no query"));
        }
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query);
        if (request.path("variables").isObject()) {
            input.variables(variables(request.path("variables")));
        }
        if (request.path("operationName").isString()) {
            input.operationName(request.path("operationName").asString());
        }
        return json(200, graphQl.execute(input.build()).toSpecification());
    }

    @SuppressWarnings("unchecked") // A JSON object is a map by names.
    private static Map<String, Object> variables(JsonNode object) {
        return new HashMap<>((Map<String, Object>) MAPPER.treeToValue(object, Map.class));
    }

    private GraphQLSchema schema() {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .scalar(scalar("JSON"))
                .scalar(scalar("DateTime"))
                .type("Query", type -> type.dataFetcher("productSearch", this::fetch))
                .type("Bucket", type -> type.typeResolver(LiveSearch::namedType))
                .type("ProductView", type -> type.typeResolver(LiveSearch::namedType))
                .build();
        try (InputStream source = LiveSearch.class.getResourceAsStream("live-search.graphqls")) {
            if (source == null) {
                throw new IllegalStateException("live-search.graphqls is not beside " + LiveSearch.class.getName());
            }
            return new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse(new InputStreamReader(source, StandardCharsets.UTF_8)), wiring);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataFetcherResult<@Nullable Map<String, Object>> fetch(DataFetchingEnvironment query) {
        DataFetcherResult.Builder<@Nullable Map<String, Object>> result = DataFetcherResult.newResult();
        try {
            return result.data(products.search(query)).build();
        } catch (SearchException e) {
            return result.error(GraphqlErrorBuilder.newError(query)
                            .message("%s", e.getMessage())
                            .errorType(ErrorType.DataFetchingException)
                            .build())
                    .build();
        }
    }

    private static @Nullable GraphQLObjectType namedType(TypeResolutionEnvironment environment) {
        return environment.getObject() instanceof Map<?, ?> map
                ? environment.getSchema().getObjectType(String.valueOf(map.get("__typename")))
                : null;
    }

    /** Values pass as they are: strings, and lists of strings. */
    private static GraphQLScalarType scalar(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new PlainCoercing())
                .build();
    }

    private static Map<String, Object> errors(String message) {
        return Map.of("errors", List.of(Map.of("message", message)));
    }

    private static Answer forbidden(String message, String code) {
        return json(
                403,
                Map.of(
                        "error",
                        Map.of("code", "Forbidden", "message", message, "details", Map.of("error_code", code))));
    }

    private static Answer json(int status, Object body) {
        return Answer.of(status, JSON, MAPPER.writeValueAsBytes(body));
    }
}
