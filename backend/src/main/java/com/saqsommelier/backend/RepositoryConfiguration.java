package com.saqsommelier.backend;

import com.saqsommelier.core.access.AccessDecisions;
import com.saqsommelier.core.access.Strangers;
import com.saqsommelier.core.database.Database;
import com.saqsommelier.core.delivery.Deliveries;
import com.saqsommelier.core.digest.DigestRecipients;
import com.saqsommelier.core.digest.Digests;
import com.saqsommelier.core.person.Erasure;
import com.saqsommelier.core.person.People;
import com.saqsommelier.core.person.Watches;
import com.saqsommelier.core.recommendation.Traces;
import com.saqsommelier.core.stock.Shelves;
import com.saqsommelier.core.store.Stores;
import com.saqsommelier.core.visit.CommandLog;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the repositories that the controllers read and write. */
@Configuration(proxyBeanMethods = false)
class RepositoryConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    Stores stores(Database database) {
        return new Stores(database);
    }

    @Bean
    Shelves shelves(Database database) {
        return new Shelves(database);
    }

    @Bean
    Watches watches(Database database) {
        return new Watches(database);
    }

    @Bean
    People people(Database database) {
        return new People(database);
    }

    @Bean
    Erasure erasure(Database database) {
        return new Erasure(database);
    }

    @Bean
    AccessDecisions entries(Database database) {
        return new AccessDecisions(database);
    }

    @Bean
    Strangers strangers(Database database) {
        return new Strangers(database);
    }

    @Bean
    CommandLog visits(Database database) {
        return new CommandLog(database);
    }

    @Bean
    Traces traces(Database database) {
        return new Traces(database);
    }

    @Bean
    Digests digests(Database database) {
        return new Digests(database);
    }

    @Bean
    DigestRecipients digestRecipients(Database database, InstantSource clock) {
        return new DigestRecipients(database, clock);
    }

    @Bean
    Deliveries deliveries(Database database, InstantSource clock) {
        return new Deliveries(database, clock);
    }
}
