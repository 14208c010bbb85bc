package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script, on machines that are made up: directories that look like JDKs, and a build that is there. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("../sommelier");

    @TempDir
    Path directory;

    @Test
    void a_machine_without_the_jdk_is_told_what_to_install() throws Exception {
        Run run = run(launcherWanting(99), Map.of(), "demo");

        assertThat(run.exit()).isEqualTo(64);
        assertThat(run.text()).contains("needs a JDK 99", "temurin-99-jdk", "sdk install java", "JAVA_HOME");
    }

    @Test
    void the_oldest_jdk_that_is_new_enough_wins_wherever_it_is() throws Exception {
        Path home = Files.createDirectories(directory.resolve("home"));
        fakeJdk(home.resolve(".sdkman/candidates/java/98-tem"), 98);
        fakeJdk(home.resolve(".sdkman/candidates/java/99-tem"), 99);
        Path older = fakeJdk(directory.resolve("jdk-17"), 17);

        Run run = run(
                launcherWanting(98),
                Map.of("HOME", home.toString(), "JAVA_HOME", older.toString()),
                "scrape",
                "--limit",
                "3");

        assertThat(run.exit()).isZero();
        assertThat(run.text()).contains("98-tem").contains("sommelier.jar scrape --limit 3");
    }

    @Test
    void java_home_is_taken_when_it_will_do() throws Exception {
        Path home = fakeJdk(directory.resolve("mine"), 98);

        Run run = run(launcherWanting(98), Map.of("JAVA_HOME", home.toString()), "--version");

        assertThat(run.text()).contains(home.toString());
    }

    @Test
    void the_command_runs_in_the_directory_where_it_was_called() throws Exception {
        Path home = fakeJdk(directory.resolve("mine"), 98);
        script(home.resolve("bin/java"), "pwd -P");
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Path launcher = launcherWanting(98);

        Run run = run(launcher, elsewhere, Map.of("JAVA_HOME", home.toString()), "up");

        assertThat(run.text().strip()).isEqualTo(elsewhere.toRealPath().toString());
    }

    @Test
    void test_is_the_maven_wrapper_with_verify() throws Exception {
        Path home = fakeJdk(directory.resolve("mine"), 98);
        Path launcher = launcherWanting(98);
        script(directory.resolve("mvnw"), "echo mvnw \"$@\" with \"$JAVA_HOME\"");

        Run run = run(launcher, Map.of("JAVA_HOME", home.toString()), "test", "-Dx=y");

        assertThat(run.text()).contains("verify -Dx=y with " + home);
    }

    @Test
    void it_builds_when_a_source_was_added_and_says_so_and_not_again() throws Exception {
        Path home = fakeJdk(directory.resolve("mine"), 98);
        Path launcher = launcherWanting(98);
        script(
                directory.resolve("mvnw"),
                "mkdir -p app/target && touch app/target/sommelier.jar && echo '[INFO] Building core 0.1.0   [1/1]'");
        Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
        Files.createDirectories(directory.resolve("core/src/main"));
        Files.writeString(directory.resolve("core/src/main/New.java"), "class New {}");

        assertThat(run(launcher, environment, "up").text())
                .contains("Building SAQ Sommelier", "1 of 1: core", "Built in", "sommelier.jar up");
        assertThat(run(launcher, environment, "up").text()).doesNotContain("Building");

        Files.delete(directory.resolve("core/src/main/New.java"));
        assertThat(run(launcher, environment, "up").text()).contains("Building");
    }

    @Test
    void a_build_that_fails_shows_the_error_and_does_not_start() throws Exception {
        Path home = fakeJdk(directory.resolve("mine"), 98);
        Path launcher = launcherWanting(98);
        script(directory.resolve("mvnw"), "echo '[ERROR] no such thing'; exit 1");
        Files.delete(directory.resolve("app/target/.built"));

        Run run = run(launcher, Map.of("JAVA_HOME", home.toString()), "up");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.text())
                .contains("The build failed", "[ERROR] no such thing")
                .doesNotContain("sommelier.jar up");
    }

    @Test
    void the_cache_of_a_training_run_is_used_in_its_place_and_in_no_copy_of_it() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", trainingJdk().toString());
        Path launcher = launcherWanting(98);

        assertThat(run(launcher, environment, "rehearse").exit()).isZero();
        assertThat(run(launcher, environment, "up").text())
                .contains("-XX:AOTCache=" + directory.toRealPath().resolve("app/target/sommelier.aot"));

        for (String options : List.of("-a", "-r")) {
            Path copy = directory.resolveSibling(directory.getFileName() + " copié " + options);
            shell("cp " + options + " '" + directory + "' '" + copy + "'");
            Run moved = run(copy.resolve("sommelier"), environment, "up");
            assertThat(moved.text())
                    .contains("sommelier.jar up")
                    .doesNotContain("AOTCache")
                    .doesNotContain("Building");
            assertThat(run(copy.resolve("sommelier"), environment, "rehearse").exit())
                    .isZero();
            assertThat(run(copy.resolve("sommelier"), environment, "up").text()).contains("-XX:AOTCache=");
            shell("rm -rf '" + copy + "'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ": > sommelier.aot",
                "rm sommelier.aot",
                "rm sommelier.aot; mkdir sommelier.aot",
                "head -c 100 sommelier.aot > cut; mv cut sommelier.aot",
                "tr a b < sommelier.aot > other; mv other sommelier.aot",
                "rm sommelier.aot.fits",
                ": > sommelier.aot.fits"
            })
    void a_damaged_cache_is_left_alone(String damage) throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", trainingJdk().toString());
        Path launcher = launcherWanting(98);
        assertThat(run(launcher, environment, "rehearse").exit()).isZero();

        shell("cd '" + directory.resolve("app/target") + "'; " + damage);

        Run run = run(launcher, environment, "up");
        assertThat(run.exit()).isZero();
        assertThat(run.text()).contains("sommelier.jar up").doesNotContain("AOTCache");
    }

    @Test
    void another_build_of_the_jdk_does_without_the_cache() throws Exception {
        Path jdk = trainingJdk();
        Path launcher = launcherWanting(98);
        Map<String, String> environment = Map.of("JAVA_HOME", jdk.toString());
        assertThat(run(launcher, environment, "rehearse").exit()).isZero();

        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"98.0.2\"\n");

        assertThat(run(launcher, environment, "up").text())
                .contains("sommelier.jar up")
                .doesNotContain("AOTCache");
    }

    @Test
    void what_is_installed_without_sources_runs_on_a_java_that_cannot_compile_and_without_a_home() throws Exception {
        Path home = fakeJdk(directory.resolve("runtime"), 98);
        Files.delete(home.resolve("bin/javac"));
        Path launcher = launcherWanting(98);
        Files.delete(directory.resolve("pom.xml"));
        Files.delete(directory.resolve("app/target/.built"));
        Path link = Files.createSymbolicLink(
                Files.createDirectories(directory.resolve("bin")).resolve("sommelier"), launcher);

        Process process = new ProcessBuilder(
                        "env", "-i", "PATH=/usr/bin:/bin", "CDPATH=/", "JAVA_HOME=" + home, link.toString(), "up")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text).contains(directory.toRealPath() + "/app/target/sommelier.jar up");
    }

    @Test
    void folders_with_accents_and_blanks_work_whatever_the_locale_and_what_is_printed_is_utf8() throws Exception {
        Path place = Files.createDirectories(directory.resolve("été dernier"));
        Path launcher = installed(place, Sommelier.class);

        for (Map<String, String> locale : List.of(
                Map.of("LC_ALL", "C"), Map.of("LC_ALL", "fr_CA.ISO-8859-1"), Map.of("LC_ALL", "", "LANG", ""))) {
            Map<String, String> environment = new HashMap<>(locale);
            environment.put("JAVA_HOME", System.getProperty("java.home"));
            environment.put("SOMMELIER_DATA_DIR", place.resolve("données").toString());
            environment.put("SOMMELIER_DIGEST_QUIET_WEEK", "say");
            Run run = run(launcher, place, environment, "digest", "--dry-run");

            assertThat(run.exit()).as(run.text()).isZero();
            assertThat(run.text()).contains("Rien de nouveau à la SAQ");
            assertThat(place.resolve("données/postgres/cluster")).isDirectory();
        }
    }

    @Test
    void a_process_without_memory_ends_and_says_so_on_standard_error() throws Exception {
        Path launcher = installed(directory, MemoryHog.class);
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "up").directory(directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It wins over the launcher's own options.
        builder.environment().put("_JAVA_OPTIONS", "-Xms24m -Xmx24m");
        Process process =
                builder.redirectError(directory.resolve("errors").toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(output).isEmpty();
        assertThat(directory.resolve("errors")).content().contains("Terminating due to java.lang.OutOfMemoryError");
    }

    /** A program that catches everything, as servers do, and would live on without memory. */
    static final class MemoryHog {

        private MemoryHog() {}

        public static void main(String[] args) {
            List<byte[]> kept = new ArrayList<>();
            while (true) {
                try {
                    kept.add(new byte[1_000_000]);
                } catch (OutOfMemoryError e) {
                    System.out.println("still there, with " + kept.size());
                    return;
                }
            }
        }
    }

    /** The launcher with a jar that leads to the class path of this test: an installation without sources. */
    private static Path installed(Path place, Class<?> main) throws IOException {
        Path launcher = place.resolve("sommelier");
        script(launcher, Files.readString(SCRIPT));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Main-Class", main.getName());
        manifest.getMainAttributes()
                .putValue(
                        "Class-Path",
                        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                .map(path -> Path.of(path).toUri().toString())
                                .collect(Collectors.joining(" ")));
        Path jar = Files.createDirectories(place.resolve("app/target")).resolve("sommelier.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return launcher;
    }

    /** A JDK whose JVM leaves a cache when it is asked to. */
    private Path trainingJdk() throws IOException {
        Path home = fakeJdk(directory.resolve("mine"), 98);
        script(
                home.resolve("bin/java"),
                "for option; do case $option in"
                        + " -XX:AOTCacheOutput=*) seq 200 | sed 's/$/ a/' > \"${option#*=}\";; esac; done\n"
                        + "echo \"$0\" \"$@\"");
        return home;
    }

    private static void shell(String command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor())
                .as(command)
                .isZero();
    }

    /** A copy of the script in a directory of its own that looks built. */
    private Path launcherWanting(int major) throws IOException, InterruptedException {
        Path launcher = directory.resolve("sommelier");
        script(launcher, Files.readString(SCRIPT).replace("WANTED=25", "WANTED=" + major));
        Files.createDirectories(directory.resolve("app/target"));
        Files.writeString(directory.resolve("app/target/sommelier.jar"), "");
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        Process sum = new ProcessBuilder(
                        "sh", "-c", "{ echo pom.xml | cksum; cksum pom.xml | cksum; } > app/target/.built")
                .directory(directory.toFile())
                .start();
        assertThat(sum.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return launcher;
    }

    private static Path fakeJdk(Path home, int major) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + major + ".0.1\"\n");
        script(home.resolve("bin/javac"), "true");
        script(home.resolve("bin/java"), "echo \"$0\" \"$@\"");
        return home;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, body.startsWith("#!") ? body : "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Run run(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(launcher, directory, environment, arguments);
    }

    private static Run run(Path launcher, Path from, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(launcher.toString()).directory(from.toFile()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.outputWriter().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), text);
    }

    private record Run(int exit, String text) {}
}
