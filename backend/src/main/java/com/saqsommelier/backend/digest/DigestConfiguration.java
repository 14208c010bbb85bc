package com.saqsommelier.backend.digest;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The week's digest. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import(DigestController.class)
public class DigestConfiguration {}
