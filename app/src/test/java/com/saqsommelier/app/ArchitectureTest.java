package com.saqsommelier.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data flows one way, and a module shows only what it means to show. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("com.saqsommelier");

    @Test
    void data_flows_from_the_site_to_the_chat_and_no_arrow_goes_back() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("com.saqsommelier.core..")
                .layer("scraper")
                .definedBy("com.saqsommelier.scraper..")
                .layer("vocabulary")
                .definedBy("com.saqsommelier.vocabulary..")
                .layer("search")
                .definedBy("com.saqsommelier.search..")
                .layer("recommend")
                .definedBy("com.saqsommelier.recommend..")
                .layer("api")
                .definedBy("com.saqsommelier.api..")
                .layer("backend")
                .definedBy("com.saqsommelier.backend..")
                .layer("bot")
                .definedBy("com.saqsommelier.bot..")
                .layer("simulator")
                .definedBy("com.saqsommelier.simulator..")
                .layer("app")
                .definedBy("com.saqsommelier.app..")
                .whereLayer("vocabulary")
                .mayNotAccessAnyLayer()
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("scraper")
                .mayOnlyAccessLayers("core")
                .whereLayer("search")
                .mayOnlyAccessLayers("vocabulary", "core")
                .whereLayer("api")
                .mayNotAccessAnyLayer()
                .whereLayer("recommend")
                .mayOnlyAccessLayers("vocabulary", "core", "search")
                .whereLayer("backend")
                .mayOnlyAccessLayers("vocabulary", "core", "search", "recommend", "api")
                .whereLayer("bot")
                .mayOnlyAccessLayers("vocabulary", "api")
                .whereLayer("simulator")
                .mayNotAccessAnyLayer()
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packages_do_not_depend_on_each_other_in_circles() {
        slices().matching("com.saqsommelier.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("com.saqsommelier.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    /** So that a part can be read, tested and moved without what puts the parts together. */
    @Test
    void no_part_of_the_backend_or_the_bot_knows_what_puts_the_parts_together() {
        for (String module : List.of("com.saqsommelier.backend", "com.saqsommelier.bot")) {
            noClasses()
                    .that()
                    .resideInAPackage(module + ".*..")
                    .should()
                    .dependOnClassesThat(resideInAPackage(module))
                    .check(CLASSES);
        }
    }

    /** Everything else gets its settings handed in, so that two of them can run in one process with different ones. */
    @Test
    void only_the_app_reads_the_environment() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.saqsommelier.app..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void only_the_app_writes_to_standard_output_and_ends_the_process() {
        noClasses()
                .that()
                .resideOutsideOfPackage("com.saqsommelier.app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void the_bot_does_not_know_the_database_and_the_core_does_not_know_the_web() {
        noClasses()
                .that()
                .resideInAPackage("com.saqsommelier.bot..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql..").or(resideInAPackage("org.springframework.jdbc..")))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("com.saqsommelier.core..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.web.."))
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)(\\$.*)?")
                .check(CLASSES);
    }
}
