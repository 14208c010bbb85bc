package com.saqsommelier.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Collects the settings from a file and the environment, which wins, and says what is wrong with them. */
final class SettingsSources {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsSources.class);
    private static final String FILE_SUFFIX = "_FILE";
    private static final List<String> OWN_PREFIXES = List.of("SOMMELIER_");

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    /** Adds the settings of a YAML file; a file that is not there has none. */
    void addFile(Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, String> flat = new HashMap<>();
            flatten("", tree, flat);
            flat.forEach((name, value) -> add(name, value, file.toString(), true));
        } catch (MarkedYAMLException e) {
            // The whole message quotes lines of the file, and they may hold secrets.
            problems.add(file + " is not YAML: " + e.getProblem() + " in line "
                    + (e.getProblemMark() == null ? "?" : e.getProblemMark().getLine() + 1));
        } catch (IOException | YAMLException e) {
            problems.add(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Adds the settings among the environment's variables. */
    void addEnvironment(Map<String, String> environment) {
        List<String> ofKubernetes = new ArrayList<>();
        environment.forEach((name, value) -> {
            if (KubernetesVariable.is(name, value)) {
                ofKubernetes.add(name);
            } else {
                add(name, value, "the environment", OWN_PREFIXES.stream().anyMatch(name::startsWith));
            }
        });
        if (!ofKubernetes.isEmpty()) {
            LOG.info(
                    "Not read as settings, since Kubernetes sets them for a service of this name: {}. A pod with"
                            + " enableServiceLinks: false has none.",
                    String.join(", ", ofKubernetes.stream().sorted().toList()));
        }
    }

    /** All values, once they are known to be good. */
    Map<Setting, String> values() {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems.stream().sorted().toList());
        }
        return values;
    }

    private void add(String name, String value, String source, boolean mustBeKnown) {
        if (value.isBlank()) {
            return;
        }
        Optional<Setting> direct = Setting.named(name);
        if (direct.isPresent()) {
            check(direct.get(), value.strip(), name);
            return;
        }
        Optional<Setting> byFile = Optional.of(name)
                .filter(one -> one.endsWith(FILE_SUFFIX))
                .flatMap(one -> Setting.named(one.substring(0, one.length() - FILE_SUFFIX.length())))
                .filter(setting -> setting.kind().secret());
        if (byFile.isPresent()) {
            addSecret(byFile.get(), name, value.strip());
        } else if (mustBeKnown) {
            problems.add(name + " in " + source + " is not a setting" + suggestion(name));
        }
    }

    private void addSecret(Setting setting, String name, String file) {
        try {
            check(setting, Files.readString(Path.of(file)).strip(), name);
        } catch (IOException e) {
            problems.add(name + " is '" + file + "', which cannot be read: " + e + "; accepted: a readable file");
        }
    }

    private void check(Setting setting, String value, String name) {
        if (value.isEmpty() || !setting.kind().accepts().test(value)) {
            // The contact in a user agent is for everybody to read, and looks like the user of an address.
            String plain = setting == Setting.SOMMELIER_SAQ_USER_AGENT ? value : Redaction.of(value);
            String shown = setting.kind().secret() ? "has a value" : "is '" + plain + "'";
            problems.add(name + " " + shown + " that is not accepted; accepted: "
                    + setting.kind().accepted());
        } else {
            values.put(setting, value);
        }
    }

    private static void flatten(String path, Object node, Map<String, String> flat) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                String name =
                        String.valueOf(key).replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
                flatten(path.isEmpty() ? name : path + "_" + name, value == null ? "" : value, flat);
            });
        } else if (node instanceof List<?> list) {
            flat.put(path, String.join(",", list.stream().map(String::valueOf).toList()));
        } else if (!path.isEmpty()) {
            flat.put(path, String.valueOf(node));
        }
    }

    private static String suggestion(String name) {
        return Stream.of(Setting.values())
                .map(Setting::name)
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .filter(known -> distance(known, name) <= 4)
                .map(known -> "; did you mean " + known + "?")
                .orElse("; docs/settings.md lists them all");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
