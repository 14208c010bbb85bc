package com.saqsommelier.recommend.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolChoiceAuto;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question in the form of the Messages API: the prompt cached, the tool strict, as little thinking as the model lets one
 * ask for.
 */
final class MessageRequest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private MessageRequest() {}

    /** The body for a model. */
    static MessageCreateParams of(ClaudeRequest ask, ClaudeModel model) {
        MessageCreateParams.Builder params = MessageCreateParams.builder()
                .model(model.name())
                .maxTokens(ask.mostTokens())
                .systemOfTextBlockParams(List.of(TextBlockParam.builder()
                        .text(ask.prompt().text())
                        .cacheControl(CacheControlEphemeral.builder().build())
                        .build()))
                .addUserMessage(ask.turn());
        // Forcing a tool is refused by models that think, so the prompt asks for it, and an answer without is a
        // setback.
        ask.tool()
                .ifPresent(tool -> params.addTool(tool(tool))
                        .toolChoice(ToolChoiceAuto.builder()
                                .disableParallelToolUse(true)
                                .build()));
        switch (model.thinking()) {
            case OFF -> params.thinking(ThinkingConfigDisabled.builder().build());
            case LOW ->
                params.outputConfig(
                        OutputConfig.builder().effort(OutputConfig.Effort.LOW).build());
            case NONE -> {}
        }
        return params.build();
    }

    @SuppressWarnings("unchecked") // A schema's properties are an object, and so a map.
    private static Tool tool(ClaudeRequest.Tool tool) {
        Map<String, Object> schema = JSON.convertValue(tool.schema(), Map.class);
        Tool.InputSchema.Properties.Builder properties = Tool.InputSchema.Properties.builder();
        ((Map<String, Object>) schema.getOrDefault("properties", Map.of()))
                .forEach((name, property) -> properties.putAdditionalProperty(name, JsonValue.from(property)));
        return Tool.builder()
                .name(tool.name())
                .description(tool.description())
                .strict(true)
                .inputSchema(Tool.InputSchema.builder()
                        .properties(properties.build())
                        .required((List<String>) schema.getOrDefault("required", List.of()))
                        .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                        .build())
                .build();
    }
}
