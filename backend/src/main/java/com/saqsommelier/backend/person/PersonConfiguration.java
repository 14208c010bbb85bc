package com.saqsommelier.backend.person;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What people chose and what they watch. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({UsersController.class, WatchesController.class})
public class PersonConfiguration {}
