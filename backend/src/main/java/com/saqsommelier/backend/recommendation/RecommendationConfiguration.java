package com.saqsommelier.backend.recommendation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The sommelier's answers. What is not listed here is not in it. */
@Configuration(proxyBeanMethods = false)
@Import({RecommendationsController.class, RecommendationService.class, AdviceStream.class, AskedSommelier.class})
public class RecommendationConfiguration {}
