package com.saqsommelier.backend.store;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The stores. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import(StoresController.class)
public class StoreConfiguration {}
