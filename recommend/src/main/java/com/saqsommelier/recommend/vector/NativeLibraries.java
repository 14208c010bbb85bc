package com.saqsommelier.recommend.vector;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Native libraries of ONNX Runtime and of the tokenizers, loaded from a directory of ours. Both libraries unpack theirs into
 * the temporary directory or the home of the user otherwise. Where they are loaded from is a matter of the process: the first
 * directory stays.
 *
 * @see <a href="https://onnxruntime.ai/docs/api/java/ai/onnxruntime/package-summary.html">system properties of ONNX
 *     Runtime</a>
 * @see <a href="https://docs.djl.ai/master/docs/development/cache_management.html">cache directories of DJL</a>
 */
final class NativeLibraries {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String ONNX_RUNTIME = "onnxruntime.native.path";
    private static final String TOKENIZERS = "ENGINE_CACHE_DIR";

    private NativeLibraries() {}

    /**
     * Makes both libraries load from a directory, except one that the operator has set a place for.
     *
     * @throws IOException when ONNX Runtime has none for this system, or they cannot be unpacked
     */
    static synchronized void loadFrom(UnpackedResources files) throws IOException {
        if (System.getProperty(TOKENIZERS) == null) {
            System.setProperty(TOKENIZERS, files.directory().toAbsolutePath().toString());
        }
        if (System.getProperty(ONNX_RUNTIME) != null) {
            return;
        }
        String platform = platform();
        for (String library : new String[] {"onnxruntime", "onnxruntime4j_jni"}) {
            String name = System.mapLibraryName(library);
            files.file(OrtEnvironment.class, "/ai/onnxruntime/native/" + platform + "/" + name, "onnxruntime/" + name);
        }
        System.setProperty(
                ONNX_RUNTIME,
                files.directory().resolve("onnxruntime").toAbsolutePath().toString());
        LOG.debug("ONNX Runtime is loaded from {}", files.directory());
    }

    /** The directory of this system in the jar of ONNX Runtime. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "osx" : "linux";
        String machine = System.getProperty("os.arch").equals("amd64") ? "x64" : System.getProperty("os.arch");
        return system + "-" + machine.replace("x86_64", "x64");
    }
}
