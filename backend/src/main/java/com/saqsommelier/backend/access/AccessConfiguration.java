package com.saqsommelier.backend.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Who may come in, and what was done. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({AccessController.class, VisitsController.class})
public class AccessConfiguration {}
