package com.saqsommelier.backend.delivery;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Alerts that bots send. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import(DeliveriesController.class)
public class DeliveryConfiguration {}
