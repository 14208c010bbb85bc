package com.saqsommelier.backend.description;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The description of the contract for machines. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import(ContractDescription.class)
public class DescriptionConfiguration {}
