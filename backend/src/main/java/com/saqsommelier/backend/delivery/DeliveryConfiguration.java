package com.saqsommelier.backend.delivery;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Beans of the outbox of alerts that bots deliver. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({DeliveriesController.class, DeliveryViews.class})
public class DeliveryConfiguration {}
