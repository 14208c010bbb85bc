import { element } from "/rendering.js";
import { $, act, addressed, say, send, state } from "/state.js";
import { summary } from "/messages.js";

const PRESETS = [
  ["Montréal", 45.5088, -73.554],
  ["Québec", 46.8139, -71.208],
  ["Sherbrooke", 45.4042, -71.8929],
  ["Gatineau", 45.4765, -75.7013],
  ["Trois-Rivières", 46.3432, -72.543],
  ["0, 0", 0, 0],
];
const TYPING_PAUSE = 250;

// Answering and editing.

/** What the next text is: undefined for a new message. */
let mode;

export function answerTo(message, placeholder) {
  begin({ answers: message.message_id }, say("answeringTo", summary(message)), placeholder);
}

export function edit(message) {
  begin({ edits: message.message_id }, say("editing"));
  $("text").value = message.text;
  grow();
}

function begin(newMode, words, placeholder) {
  mode = newMode;
  $("answering-text").textContent = words;
  $("answering").hidden = false;
  if (placeholder) {
    $("text").placeholder = placeholder;
  }
  $("text").focus();
}

export function endMode() {
  mode = undefined;
  $("answering").hidden = true;
  showPlaceholder();
}

function showPlaceholder() {
  $("text").placeholder = state.chat.keyboard?.input_field_placeholder ?? say("writeHere");
}

function submit() {
  const text = $("text").value.trim();
  if (!text) {
    return;
  }
  if (mode?.edits) {
    act("edits", { message_id: mode.edits, text });
  } else if (mode?.answers) {
    act("messages", { text, reply_to: mode.answers });
  } else {
    send(text);
  }
  $("text").value = "";
  endMode();
  showCommands(false);
  showResults(undefined);
  grow();
}

function grow() {
  const input = $("text");
  input.rows = 1;
  const line = parseFloat(getComputedStyle(input).lineHeight);
  const hidden = input.scrollHeight - input.clientHeight;
  input.rows = Math.min(6, 1 + Math.max(0, Math.round(hidden / line)));
}

// Panels above the input: commands, attachments, inline results. One at a time.

function open(panel, toggle) {
  for (const [id, button] of [["commands", "commands-toggle"], ["attachments", "attach"], ["results", undefined]]) {
    const shown = id === panel;
    $(id).hidden = !shown;
    if (button) {
      $(button).setAttribute("aria-expanded", String(shown));
    }
  }
}

export function showCommands(isOpen, filter = "/") {
  const panel = $("commands");
  const shown = state.chat.commands.filter((each) => `/${each.command}`.startsWith(filter));
  panel.replaceChildren(...shown.map((each) => element("button", {
    type: "button",
    onclick: () => {
      $("text").value = "";
      open();
      send(`/${each.command}`);
      $("text").focus();
    },
  }, element("strong", {}, `/${each.command}`), element("span", {}, each.description))));
  if (shown.length === 0 && filter === "/") {
    panel.append(element("p", {}, say("noCommands")));
  }
  open(isOpen && panel.childElementCount > 0 ? "commands" : undefined);
}

function showAttachments() {
  const choices = [
    ["📍", say("shareLocation"), () => $("location").showModal()],
    ["🍷", say("sticker"), () => act("sticker", { emoji: "🍷" })],
    ["🎤", say("voice"), () => act("voice", { seconds: 4 })],
    ["📷", say("photo"), () => act("photo", { caption: "" })],
  ];
  $("attachments").replaceChildren(...choices.map(([icon, label, run]) => element("button", {
    type: "button",
    onclick: () => {
      open();
      $("text").focus();
      run();
    },
  }, element("strong", { className: "glyph", "aria-hidden": "true" }, icon), element("span", {}, label))));
  open("attachments");
}

// Inline mode.

let asking;
let query;
const awaited = new Map();

const inlineWords = (text) => text.match(new RegExp(`^@${state.bot}\\s(.*)$`, "is"))?.[1];

function askSoon(words) {
  clearTimeout(asking);
  asking = setTimeout(() => ask(words, ""), TYPING_PAUSE);
}

async function ask(words, offset) {
  query = undefined;
  const asked = await act("inline", { query: words, offset });
  if (asked && inlineWords($("text").value) !== undefined) {
    query = { id: asked.inline_query_id, words, offset };
    const early = awaited.get(query.id);
    if (early) {
      showResults(early);
    }
  }
}

/** The bot's answer, which can come before the id of the question. */
export function offered(answer) {
  awaited.set(answer.inline_query_id, answer);
  if (answer.inline_query_id === query?.id) {
    showResults(answer);
  }
}

function showResults(answer) {
  if (!answer) {
    clearTimeout(asking);
    query = undefined;
    awaited.clear();
    if (!$("results").hidden) {
      open();
    }
    return;
  }
  const asked = query;
  const rows = answer.results.map((result) => element("button", {
    type: "button",
    className: "result",
    onclick: () => {
      $("text").value = "";
      showResults(undefined);
      act("choices", { inline_query_id: asked.id, result_id: result.id });
      $("text").focus();
    },
  }, element("strong", {}, result.title), element("span", {}, result.description)));
  if (answer.next_offset) {
    rows.push(element("button", { type: "button", className: "result more", onclick: () => ask(asked.words, answer.next_offset) }, say("more")));
  }
  const top = [];
  if (answer.button && asked.offset === "") {
    top.push(element("button", {
      type: "button",
      className: "result more",
      onclick: () => {
        $("text").value = "";
        showResults(undefined);
        document.dispatchEvent(new CustomEvent("deep-link", { detail: answer.button.start_parameter }));
      },
    }, answer.button.text));
  }
  const nothing = answer.results.length === 0 && asked.offset === "" ? [element("p", {}, say("noResults"))] : [];
  if (asked.offset) {
    $("results").querySelector(".more:last-child")?.remove();
    $("results").append(...rows);
  } else {
    $("results").replaceChildren(...top, ...rows, ...nothing);
    $("results").scrollTop = 0;
  }
  open("results");
}

// The bot's keyboard.

export function showKeyboard() {
  const rows = state.chat.keyboard?.keyboard ?? [];
  $("keyboard").replaceChildren(...rows.map((row) => element("div", { className: "row" }, ...row.map((button) =>
    element("button", {
      type: "button",
      className: "key",
      onclick: () => (button.request_location ? $("location").showModal() : send(button.text)),
    }, button.text)))));
  $("keyboard").hidden = rows.length === 0;
  $("keyboard-toggle").hidden = rows.length === 0;
  $("keyboard-toggle").setAttribute("aria-expanded", String(rows.length > 0));
  showPlaceholder();
}

export function wire() {
  $("compose").onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  $("text").onkeydown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      open();
      endMode();
    } else if (event.key === "ArrowDown" && !$("results").hidden) {
      event.preventDefault();
      $("results").querySelector("button")?.focus();
    }
  };
  $("text").oninput = () => {
    const text = $("text").value;
    const words = inlineWords(text);
    if (words !== undefined) {
      askSoon(words);
    } else {
      showResults(undefined);
      showCommands(/^\/[a-z0-9_]*$/.test(text) && state.chat.commands.length > 0, text || "/");
    }
    grow();
  };
  for (const id of ["commands", "attachments", "results"]) {
    $(id).onkeydown = (event) => {
      const buttons = [...$(id).querySelectorAll("button")];
      const at = buttons.indexOf(document.activeElement);
      if (event.key === "Escape") {
        open();
        $("text").focus();
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
      } else if (event.key === "ArrowUp") {
        event.preventDefault();
        (buttons[at - 1] ?? $("text")).focus();
      }
    };
  }
  $("commands-toggle").onclick = () => showCommands($("commands").hidden);
  $("attach").onclick = () => ($("attachments").hidden ? showAttachments() : open());
  $("answering-end").onclick = () => {
    endMode();
    $("text").value = "";
    $("text").focus();
  };
  $("keyboard-toggle").onclick = () => {
    $("keyboard").hidden = !$("keyboard").hidden;
    $("keyboard-toggle").setAttribute("aria-expanded", String(!$("keyboard").hidden));
  };
  $("location-form").onsubmit = () => {
    if ($("latitude").value && $("longitude").value) {
      act("location", { latitude: Number($("latitude").value), longitude: Number($("longitude").value) });
    }
  };
  $("presets").append(...PRESETS.map(([name, latitude, longitude]) => element("button", {
    type: "button",
    className: "chip",
    onclick: () => {
      $("latitude").value = latitude;
      $("longitude").value = longitude;
    },
  }, name)));
}
