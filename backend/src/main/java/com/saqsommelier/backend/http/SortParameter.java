package com.saqsommelier.backend.http;

import com.saqsommelier.api.Sort;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads {@code sort=price_asc}: an order by its name in the contract. */
@Component
final class SortParameter implements Converter<String, Sort> {

    @Override
    public Sort convert(String value) {
        return Stream.of(Sort.values())
                .filter(sort -> sort.parameter().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown sort " + value));
    }
}
