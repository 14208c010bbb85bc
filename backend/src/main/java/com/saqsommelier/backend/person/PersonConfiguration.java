package com.saqsommelier.backend.person;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Beans of preferences and watches. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({UsersController.class, WatchesController.class})
public class PersonConfiguration {}
