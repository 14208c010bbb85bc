package com.saqsommelier.backend.product;

import com.saqsommelier.recommend.retrieve.Likeness;
import com.saqsommelier.recommend.retrieve.Sommelier;
import com.saqsommelier.search.CatalogueIndex;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The catalogue. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({ProductsController.class, DownloadController.class, ProductSource.class})
public class ProductConfiguration {

    @Bean
    Likeness likeness(CatalogueIndex index, Sommelier sommelier) {
        return new Likeness(index, sommelier.vectors());
    }

    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }
}
