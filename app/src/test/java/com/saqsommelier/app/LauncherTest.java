package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** A copy of the script in a directory of its own that looks built. */
    private Path launcherWanting(int major) throws IOException, InterruptedException {
        Path launcher = directory.resolve("sommelier");
        script(launcher, Files.readString(SCRIPT).replace("WANTED=25", "WANTED=" + major));
        Files.createDirectories(directory.resolve("app/target"));
        Files.writeString(directory.resolve("app/target/sommelier.jar"), "");
        Files.writeString(directory.resolve("pom.xml"), "<project/>");
        Process sum = new ProcessBuilder("sh", "-c", "echo pom.xml | cksum > app/target/.built")
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
