import { element, formatted, link, day, time } from "/rendering.js";
import { $, act, isGroup, nameOf, say, send, state, toast } from "/state.js";
import { answerTo, edit } from "/composer.js";

const TAP_LIFETIME = 60_000;

// Taps on buttons.

async function tap(message, row, column) {
  const place = `${message.message_id}/${row}/${column}`;
  const here = state.chat;
  if ([...here.taps.values()].includes(place)) {
    return;
  }
  const answer = await act("taps", { message_id: message.message_id, row, column });
  if (!answer) {
    return;
  }
  const id = answer.callback_query_id;
  if (here.early.delete(id)) {
    return;
  }
  here.taps.set(id, place);
  showSpinners();
  setTimeout(() => here.taps.delete(id) && showSpinners(), TAP_LIFETIME);
}

export function answered(answer) {
  if (state.chat.taps.delete(answer.callback_query_id)) {
    showSpinners();
  } else {
    // The bot can be faster than the answer to the tap itself.
    state.chat.early.set(answer.callback_query_id, true);
  }
  if (answer.text && answer.show_alert) {
    $("alert-text").textContent = answer.text;
    $("alert").showModal();
  } else if (answer.text) {
    toast(answer.text);
  }
}

export function showSpinners() {
  const waiting = new Set(state.chat.taps.values());
  for (const node of document.querySelectorAll("[data-place]")) {
    node.toggleAttribute("data-waiting", waiting.has(node.dataset.place));
    node.setAttribute("aria-busy", waiting.has(node.dataset.place));
  }
}

// Bubbles.

const isMine = (message) => message.from.id === state.person.id;

function bubble(message) {
  const mine = isMine(message);
  const node = element("article", {
    id: `m${message.message_id}`,
    className: mine ? "message mine" : "message",
    "aria-label": `${mine ? say("you") : nameOf(message.from)}, ${time(message.date, state.language)}`,
  });
  const body = element("div", { className: message.sticker ? "bubble bare" : "bubble" });
  body.append(...above(message, mine), ...content(message), stamp(message));
  node.append(body);
  if (message.reply_markup?.inline_keyboard) {
    node.append(buttons(message));
  }
  return node;
}

function above(message, mine) {
  const lines = [];
  if (isGroup() && !mine) {
    lines.push(element("p", { className: `author tone${message.from.id % 5}` }, nameOf(message.from)));
  }
  if (message.forward_origin) {
    lines.push(element("p", { className: "about" }, say("forwardedFrom", nameOf(message.forward_origin.sender_user))));
  }
  if (message.via_bot) {
    lines.push(element("p", { className: "about" }, `via @${message.via_bot.username}`));
  }
  if (message.reply_to_message) {
    lines.push(element("p", { className: "quote" }, summary(message.reply_to_message)));
  }
  return lines;
}

export const summary = (message) =>
  message.text ?? message.caption ??
  (message.location ? say("location") : message.sticker ? message.sticker.emoji : message.voice ? say("voice") : say("photo"));

function content(message) {
  if (message.location) {
    const { latitude, longitude } = message.location;
    return [
      element("div", { className: "place", "aria-hidden": "true" }, element("span", { className: "pin" })),
      element("p", { className: "text" }, say("locationAt", latitude.toFixed(4), longitude.toFixed(4))),
    ];
  }
  if (message.sticker) {
    return [element("p", { className: "sticker" }, message.sticker.emoji)];
  }
  if (message.voice) {
    const bars = [4, 9, 14, 7, 12, 16, 8, 5, 11, 15, 9, 6, 12, 8, 4].map((height) => {
      const bar = element("span");
      bar.style.height = `${height}px`;
      return bar;
    });
    return [element("p", { className: "voice", "aria-label": say("voice") },
      element("span", { className: "play", "aria-hidden": "true" }), element("span", { className: "wave" }, ...bars),
      `0:${String(message.voice.duration).padStart(2, "0")}`)];
  }
  const text = message.text ?? message.caption;
  const nodes = [];
  if (message.photo) {
    nodes.push(element("div", { className: "picture", "aria-label": say("photo"), role: "img" }, "🍾"));
  }
  if (text) {
    const rendered = formatted(text, message.entities ?? message.caption_entities, { onCommand: send, revealLabel: say("reveal") });
    nodes.push(element("div", { className: "text" }, rendered));
  }
  if (message.preview) {
    nodes.push(preview(message));
  }
  return nodes;
}

/** Stands for what Telegram would fetch: the site, and the words of the link. */
function preview(message) {
  const linked = message.entities?.find((each) => each.url === message.preview || each.type === "url");
  const words = linked?.url ? message.text.slice(linked.offset, linked.offset + linked.length) : message.preview;
  const node = link(message.preview, element("span", { className: "preview-site" }, new URL(message.preview).host),
    element("span", { className: "preview-title" }, words));
  node.className = "preview";
  return node;
}

function stamp(message) {
  const words = [message.edit_date ? `${say("edited")} ` : "", time(message.date, state.language)].join("");
  return element("button", {
    type: "button",
    className: "stamp",
    title: say("options"),
    "aria-label": `${words}, ${say("options")}`,
    onclick: () => showOptions(message),
  }, words);
}

function buttons(message) {
  const rows = element("div", { className: "inline" });
  message.reply_markup.inline_keyboard.forEach((row, r) => {
    const line = element("div", { className: "row" });
    row.forEach((button, c) => {
      if (button.url) {
        const node = link(button.url, button.text);
        node.className = "button outward";
        node.setAttribute("aria-label", `${button.text} (${say("opens")})`);
        line.append(node);
      } else {
        line.append(element("button", {
          type: "button",
          className: "button",
          "data-place": `${message.message_id}/${r}/${c}`,
          onclick: () => tap(message, r, c),
        }, button.text));
      }
    });
    rows.append(line);
  });
  return rows;
}

// What can be done with a message.

function showOptions(message) {
  const options = [[say("reply"), () => answerTo(message)]];
  if (isMine(message) && message.text && !message.via_bot) {
    options.push([say("edit"), () => edit(message)]);
  }
  for (const chat of state.chats.filter((each) => each.id !== state.open.id)) {
    options.push([
      say("forwardTo", chat.title ?? "SAQ Sommelier"),
      async () => {
        if (await act("forwards", { message_id: message.message_id, to: chat.id })) {
          toast(say("forwarded"));
        }
      },
    ]);
  }
  if (state.chats.length === 1) {
    options.push([say("forwardHere"), () => act("forwards", { message_id: message.message_id, to: state.open.id })]);
  }
  $("option-list").replaceChildren(...options.map(([label, run]) => element("button", { onclick: run, className: "choice" }, label)));
  $("options").showModal();
}

// The log.

const nearEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < 120;

export function append(message) {
  const log = $("log");
  const follows = nearEnd(log) || isMine(message);
  log.querySelector(".empty")?.remove();
  const title = day(message.date, state.language);
  if ([...log.querySelectorAll(".day")].at(-1)?.textContent !== title) {
    log.append(element("p", { className: "day" }, title));
  }
  log.append(bubble(message));
  if (follows) {
    log.scrollTop = log.scrollHeight;
  }
}

/** An edit keeps the focus on the button in the same place, so that paging by keyboard works. */
export function replace(message) {
  const old = $(`m${message.message_id}`);
  if (!old) {
    return;
  }
  const log = $("log");
  const follows = nearEnd(log);
  const place = old.contains(document.activeElement) ? document.activeElement.dataset.place : undefined;
  const node = bubble(message);
  old.replaceWith(node);
  showSpinners();
  if (place) {
    (node.querySelector(`[data-place="${place}"]`) ?? node.querySelector(".button") ?? $("text")).focus();
  }
  if (follows) {
    log.scrollTop = log.scrollHeight;
  }
}

export function showLog() {
  const log = $("log");
  log.setAttribute("aria-busy", "true");
  log.replaceChildren();
  if (state.chat.loaded && state.chat.messages.size === 0) {
    log.append(element("div", { className: "empty" },
      element("p", { className: "empty-title" }, isGroup() ? state.open.title : say("emptyTitle")),
      element("p", {}, say(isGroup() ? "emptyGroup" : "emptyText"))));
  }
  state.chat.messages.forEach(append);
  log.setAttribute("aria-busy", "false");
  showSpinners();
}
