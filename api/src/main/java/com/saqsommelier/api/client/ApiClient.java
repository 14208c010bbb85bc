package com.saqsommelier.api.client;

import com.saqsommelier.api.AccessApi;
import com.saqsommelier.api.ApiException;
import com.saqsommelier.api.Contract;
import com.saqsommelier.api.DeliveriesApi;
import com.saqsommelier.api.DigestApi;
import com.saqsommelier.api.HealthApi;
import com.saqsommelier.api.Problem;
import com.saqsommelier.api.ProductsApi;
import com.saqsommelier.api.RecommendationsApi;
import com.saqsommelier.api.StoresApi;
import com.saqsommelier.api.UsersApi;
import com.saqsommelier.api.VisitsApi;
import com.saqsommelier.api.WatchesApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The backend's contract, called over HTTP. Safe for use by several threads. */
public final class ApiClient implements Contract {

    /** The key of the logging context (MDC) whose value is sent as X-Request-Id, so that both logs tell of one request. */
    public static final String REQUEST_ID = "request_id";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(40);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ProductsApi products;
    private final StoresApi stores;
    private final WatchesApi watches;
    private final UsersApi users;
    private final AccessApi access;
    private final VisitsApi visits;
    private final DeliveriesApi deliveries;
    private final DigestApi digest;
    private final RecommendationsApi recommendations;
    private final HealthApi health;

    /**
     * A client of one backend. Nothing is called yet.
     *
     * @param backend its address: {@code http://127.0.0.1:8080}
     * @param apiKey sent as X-API-Key; empty where the backend asks for none
     */
    public ApiClient(URI backend, Optional<String> apiKey) {
        JdkClientHttpRequestFactory http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        http.setReadTimeout(READ_TIMEOUT);
        RestClient.Builder rest = RestClient.builder()
                .requestFactory(http)
                .baseUrl(backend)
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw new ApiException(problem(response));
                })
                .requestInterceptor((request, body, execution) -> {
                    String id = MDC.get(REQUEST_ID);
                    if (id != null) {
                        request.getHeaders().set("X-Request-Id", id);
                    }
                    try {
                        return execution.execute(request, body);
                    } catch (IOException e) {
                        throw new ApiException(
                                "The backend at " + backend + " did not answer (" + e + "). Is it running there?", e);
                    }
                });
        apiKey.ifPresent(key -> rest.defaultHeader("X-API-Key", key));
        RestClient client = rest.build();
        HttpServiceProxyFactory services = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .customArgumentResolver(new ProductQueryParameters())
                .build();
        products = services.createClient(ProductsApi.class);
        stores = services.createClient(StoresApi.class);
        watches = services.createClient(WatchesApi.class);
        users = services.createClient(UsersApi.class);
        access = services.createClient(AccessApi.class);
        visits = services.createClient(VisitsApi.class);
        deliveries = services.createClient(DeliveriesApi.class);
        digest = services.createClient(DigestApi.class);
        recommendations = new FollowedRecommendations(services.createClient(RecommendationsApi.class), client);
        health = services.createClient(HealthApi.class);
    }

    @Override
    public ProductsApi products() {
        return products;
    }

    @Override
    public StoresApi stores() {
        return stores;
    }

    @Override
    public WatchesApi watches() {
        return watches;
    }

    @Override
    public UsersApi users() {
        return users;
    }

    @Override
    public AccessApi access() {
        return access;
    }

    @Override
    public VisitsApi visits() {
        return visits;
    }

    @Override
    public DeliveriesApi deliveries() {
        return deliveries;
    }

    @Override
    public DigestApi digest() {
        return digest;
    }

    @Override
    public RecommendationsApi recommendations() {
        return recommendations;
    }

    @Override
    public HealthApi health() {
        return health;
    }

    static Problem problem(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        try {
            return JSON.readValue(response.getBody(), Problem.class);
        } catch (JacksonException e) {
            // Something between us and the backend answered, a proxy for instance; its body is not ours to interpret.
            return new Problem(null, response.getStatusText(), status, "The answer was not problem+json.", null, null);
        }
    }
}
