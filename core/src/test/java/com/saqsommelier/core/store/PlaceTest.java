package com.saqsommelier.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final Place MONTREAL = new Place(45.5089, -73.5617);
    private static final Place QUEBEC = new Place(46.8139, -71.2082);

    @Test
    void from_montreal_to_quebec_it_is_about_233_kilometres_either_way() {
        assertThat(MONTREAL.kilometresTo(QUEBEC)).isCloseTo(233, within(2.0));
        assertThat(QUEBEC.kilometresTo(MONTREAL)).isCloseTo(MONTREAL.kilometresTo(QUEBEC), within(1e-9));
        assertThat(MONTREAL.kilometresTo(MONTREAL)).isZero();
    }

    @Test
    void to_the_other_side_of_the_earth_it_is_half_its_circumference() {
        assertThat(new Place(0, 0).kilometresTo(new Place(0, 180))).isCloseTo(Math.PI * 6_371, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"90.1,0", "-90.1,0", "0,180.1", "0,-180.1", "NaN,0", "0,NaN"})
    void what_is_no_place_is_refused(double latitude, double longitude) {
        assertThatThrownBy(() -> new Place(latitude, longitude))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no place on earth");
    }
}
