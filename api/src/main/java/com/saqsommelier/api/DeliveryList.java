package com.saqsommelier.api;

import java.util.List;

/**
 * What was claimed.
 *
 * @param deliveries the oldest event first
 */
public record DeliveryList(List<DeliveryView> deliveries) {}
