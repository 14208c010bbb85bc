package com.saqsommelier.backend.retention;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Beans of the retention of data. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import(RetentionSchedule.class)
public class RetentionConfiguration {}
