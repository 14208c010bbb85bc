package com.saqsommelier.backend.health;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What an operator watches. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({BotReports.class, HealthController.class, HealthMonitor.class, IndexMetrics.class, DeliveryMetrics.class})
public class HealthConfiguration {}
