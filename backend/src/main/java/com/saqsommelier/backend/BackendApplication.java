package com.saqsommelier.backend;

import com.saqsommelier.backend.access.AccessConfiguration;
import com.saqsommelier.backend.delivery.DeliveryConfiguration;
import com.saqsommelier.backend.description.DescriptionConfiguration;
import com.saqsommelier.backend.digest.DigestConfiguration;
import com.saqsommelier.backend.health.HealthConfiguration;
import com.saqsommelier.backend.http.HttpConfiguration;
import com.saqsommelier.backend.person.PersonConfiguration;
import com.saqsommelier.backend.product.ProductConfiguration;
import com.saqsommelier.backend.recommendation.RecommendationConfiguration;
import com.saqsommelier.backend.retention.RetentionConfiguration;
import com.saqsommelier.backend.store.StoreConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The parts of the web application. What is not listed here or by a part is not in it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    RepositoryConfiguration.class,
    AccessConfiguration.class,
    DeliveryConfiguration.class,
    DescriptionConfiguration.class,
    DigestConfiguration.class,
    HealthConfiguration.class,
    HttpConfiguration.class,
    PersonConfiguration.class,
    ProductConfiguration.class,
    RecommendationConfiguration.class,
    RetentionConfiguration.class,
    StoreConfiguration.class
})
class BackendApplication {}
