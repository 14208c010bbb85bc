package com.saqsommelier.recommend.vector;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A BERT-like network with its tokenizer: mean pooling over the word pieces, vectors of length 1. Safe for use by several
 * threads.
 *
 * @see <a href="https://www.sbert.net/docs/package_reference/sentence_transformer/models.html">pooling of Sentence
 *     Transformers</a>
 */
final class SentenceModel {

    /** Word pieces that all-MiniLM-L6-v2 was trained to read; the rest of a text is cut. */
    private static final int LONGEST = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private SentenceModel(OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.session = session;
        this.tokenizer = tokenizer;
    }

    static SentenceModel load(Path network, Path tokenizer) throws OrtException, IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Several texts at once by threads of ours; the arena and spinning threads would only cost memory and
            // power.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return new SentenceModel(
                    OrtEnvironment.getEnvironment().createSession(network.toString(), options),
                    HuggingFaceTokenizer.newInstance(
                            tokenizer,
                            Map.of(
                                    "padding",
                                    "false",
                                    "truncation",
                                    "true",
                                    "maxLength",
                                    Integer.toString(LONGEST),
                                    "modelMaxLength",
                                    Integer.toString(LONGEST))));
        }
    }

    float[] embed(String text) throws OrtException {
        Encoding pieces = tokenizer.encode(text);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            put(inputs, "input_ids", pieces.getIds());
            put(inputs, "attention_mask", pieces.getAttentionMask());
            put(inputs, "token_type_ids", pieces.getTypeIds());
            try (OrtSession.Result result = session.run(inputs)) {
                return ofLengthOne(mean(((float[][][]) result.get(0).getValue())[0]));
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private void put(Map<String, OnnxTensor> inputs, String name, long[] values) throws OrtException {
        if (session.getInputNames().contains(name)) {
            inputs.put(name, OnnxTensor.createTensor(environment, new long[][] {values}));
        }
    }

    private static float[] mean(float[][] pieces) {
        float[] mean = new float[pieces[0].length];
        for (float[] piece : pieces) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += piece[i] / pieces.length;
            }
        }
        return mean;
    }

    private static float[] ofLengthOne(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
