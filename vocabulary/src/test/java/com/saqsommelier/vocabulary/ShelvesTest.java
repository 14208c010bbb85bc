package com.saqsommelier.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShelvesTest {

    private final Shelves shelves = Shelves.bundled();

    /** Buttons with these codes are out there: this list only grows. */
    @Test
    void no_code_is_ever_taken_away() {
        assertThat("v vr vb vp vo vd vz va m mc mm p pp pf s sw sg sv sr st se sl sx a c cc cg cp ch b k r".split(" "))
                .allSatisfy(code -> assertThat(shelves.find(code)).isPresent());
    }

    @Test
    void a_kind_has_one_letter_and_what_is_within_begins_with_it() {
        assertThat(shelves.kinds()).hasSizeLessThanOrEqualTo(10).allSatisfy(kind -> {
            assertThat(kind.code()).matches("[a-z]");
            assertThat(shelves.within(kind.code()))
                    .hasSizeLessThanOrEqualTo(10)
                    .allSatisfy(shelf -> assertThat(shelf.code()).matches(kind.code() + "[a-z]"));
        });
        assertThat(shelves.within("")).isEmpty();
        assertThat(shelves.within("vr")).isEmpty();
    }

    @Test
    void a_shelf_knows_how_its_categories_are_written_in_both_languages() {
        assertThat(shelves.find("vr").orElseThrow().categories()).contains("Vin rouge", "Red wine");
    }
}
