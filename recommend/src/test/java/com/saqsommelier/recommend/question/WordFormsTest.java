package com.saqsommelier.recommend.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordFormsTest {

    @Test
    void words_of_both_languages_are_known_by_their_letters_and_accents() {
        assertThat(WordForms.has("vient")).isTrue();
        assertThat(WordForms.has("Attitude")).isTrue();
        assertThat(WordForms.has("sauvinion")).isFalse();
    }

    @Test
    void a_form_has_its_base() {
        assertThat(WordForms.bases("rosées")).contains("rose");
        assertThat(WordForms.bases("driest")).contains("dry");
        assertThat(WordForms.bases("sauvinion")).isEmpty();
    }

    @Test
    void nouns_adjectives_and_unknown_words_tell_something_and_verbs_do_not() {
        assertThat(WordForms.telling("capsule")).containsExactly("capsule");
        assertThat(WordForms.telling("pluvieuse")).containsExactly("pluvieu");
        assertThat(WordForms.telling("dépenser")).isEmpty();
        assertThat(WordForms.telling("somewhere")).isEmpty();
        assertThat(WordForms.telling("Caymus")).containsExactly("caymu");
    }
}
