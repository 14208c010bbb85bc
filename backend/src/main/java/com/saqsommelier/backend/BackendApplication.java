package com.saqsommelier.backend;

import com.saqsommelier.backend.access.AccessPart;
import com.saqsommelier.backend.delivery.DeliveryPart;
import com.saqsommelier.backend.description.DescriptionPart;
import com.saqsommelier.backend.digest.DigestPart;
import com.saqsommelier.backend.health.HealthPart;
import com.saqsommelier.backend.http.HttpPart;
import com.saqsommelier.backend.person.PersonPart;
import com.saqsommelier.backend.product.ProductPart;
import com.saqsommelier.backend.recommendation.RecommendationPart;
import com.saqsommelier.backend.store.StorePart;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The parts of the web application. What is not listed here or by a part is not in it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    Tables.class,
    AccessPart.class,
    DeliveryPart.class,
    DescriptionPart.class,
    DigestPart.class,
    HealthPart.class,
    HttpPart.class,
    PersonPart.class,
    ProductPart.class,
    RecommendationPart.class,
    StorePart.class
})
class BackendApplication {}
