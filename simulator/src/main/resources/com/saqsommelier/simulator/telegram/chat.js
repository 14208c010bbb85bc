import { day, element, formatted, link, time } from "/rendering.js";
import { words } from "/words.js";

const PRESETS = [
  ["Montréal", 45.5088, -73.554],
  ["Québec", 46.8139, -71.208],
  ["Sherbrooke", 45.4042, -71.8929],
  ["Gatineau", 45.4765, -75.7013],
  ["Trois-Rivières", 46.3432, -72.543],
];
const TAP_LIFETIME = 60_000;
const ACTION_LIFETIME = 5_000;

const $ = (id) => document.getElementById(id);
const address = new URL(location.href);

let language = localStorage.getItem("language") === "en" ? "en" : "fr";
let people = [];
let person;
let stream;
let chat = emptyChat();
let payload = /^[A-Za-z0-9_-]{1,64}$/.test(address.searchParams.get("start") ?? "") ? address.searchParams.get("start") : undefined;

function emptyChat() {
  return { messages: new Map(), keyboard: null, commands: [], blocked: false, loaded: false, taps: new Map(), early: new Map() };
}

const say = (key, ...values) => (typeof words[language][key] === "function" ? words[language][key](...values) : words[language][key]);

// What the person does.

async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      toast(say("refused", answer.error));
      return undefined;
    }
    return answer;
  } catch {
    toast(say("unreachable"));
    return undefined;
  }
}

const send = (text) => post(`/chat/${person.id}/messages`, { text });

async function tap(message, row, column) {
  const place = `${message.message_id}/${row}/${column}`;
  if ([...chat.taps.values()].includes(place)) {
    return;
  }
  const here = chat;
  const answer = await post(`/chat/${person.id}/taps`, { message_id: message.message_id, row, column });
  if (!answer) {
    return;
  }
  const id = answer.callback_query_id;
  if (here.early.has(id)) {
    here.early.delete(id);
    return;
  }
  here.taps.set(id, place);
  showSpinners();
  setTimeout(() => here.taps.delete(id) && showSpinners(), TAP_LIFETIME);
}

function answered(answer) {
  if (chat.taps.delete(answer.callback_query_id)) {
    showSpinners();
  } else {
    // The bot can be faster than the answer to the tap itself.
    chat.early.set(answer.callback_query_id, true);
  }
  if (answer.text && answer.show_alert) {
    $("alert-text").textContent = answer.text;
    $("alert").showModal();
  } else if (answer.text) {
    toast(answer.text);
  }
}

// What happens in the chat.

function watch() {
  stream?.close();
  chat = emptyChat();
  $("log").replaceChildren();
  showAll();
  const source = new EventSource(`/chat/${person.id}/events`);
  stream = source;
  const on = (name, handle) =>
    source.addEventListener(name, (event) => source === stream && handle(JSON.parse(event.data)));
  on("snapshot", (state) => {
    chat = { ...emptyChat(), ...state, messages: new Map(state.messages.map((m) => [m.message_id, m])), loaded: true };
    showAll();
    $("log").scrollTop = $("log").scrollHeight;
  });
  on("message", ({ message, keyboard }) => {
    acting(false);
    chat.messages.set(message.message_id, message);
    if (JSON.stringify(keyboard) !== JSON.stringify(chat.keyboard)) {
      chat.keyboard = keyboard;
      showKeyboard();
    }
    append(message);
    showBars();
  });
  on("edited", ({ message }) => {
    chat.messages.set(message.message_id, message);
    replace(message);
  });
  on("deleted", ({ message_id }) => {
    chat.messages.delete(message_id);
    document.getElementById(`m${message_id}`)?.remove();
    showBars();
  });
  on("answer", answered);
  on("action", () => acting(true));
  on("blocked", ({ blocked }) => {
    chat.blocked = blocked;
    showBars();
    showStatus();
  });
  on("commands", ({ commands }) => {
    chat.commands = commands;
    showCommands(false);
  });
  source.onopen = () => showStatus();
  source.onerror = () => {
    showStatus(say("reconnecting"));
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => source === stream && begin(), 3_000);
    }
  };
}

let actingTimer;
function acting(now) {
  clearTimeout(actingTimer);
  showStatus(now ? say("writing") : undefined);
  if (now) {
    actingTimer = setTimeout(() => showStatus(), ACTION_LIFETIME);
  }
}

// Messages.

function bubble(message) {
  const mine = !message.from.is_bot;
  const node = element("article", {
    id: `m${message.message_id}`,
    className: mine ? "message mine" : "message",
    "aria-label": `${mine ? say("you") : message.from.first_name}, ${time(message.date, language)}`,
  });
  const body = element("div", { className: "bubble" });
  if (message.reply_to_message) {
    body.append(element("p", { className: "quote" }, message.reply_to_message.text ?? say("location")));
  }
  if (message.location) {
    const { latitude, longitude } = message.location;
    body.append(element("div", { className: "place", "aria-hidden": "true" }, element("span", { className: "pin" })));
    body.append(element("p", { className: "text" }, say("locationAt", latitude.toFixed(4), longitude.toFixed(4))));
  } else {
    body.append(element("div", { className: "text" },
      formatted(message.text, message.entities, { onCommand: send, revealLabel: say("reveal") })));
  }
  const stamp = [message.edit_date ? `${say("edited")} ` : "", time(message.date, language)].join("");
  body.append(element("span", { className: "stamp" }, stamp));
  node.append(body);
  if (message.reply_markup?.inline_keyboard) {
    node.append(buttons(message));
  }
  return node;
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

function append(message) {
  const log = $("log");
  const follows = log.scrollHeight - log.scrollTop - log.clientHeight < 120 || !message.from.is_bot;
  log.querySelector(".empty")?.remove();
  const title = day(message.date, language);
  if ([...log.querySelectorAll(".day")].at(-1)?.textContent !== title) {
    log.append(element("p", { className: "day" }, title));
  }
  log.append(bubble(message));
  if (follows) {
    log.scrollTop = log.scrollHeight;
  }
}

/** An edit keeps the focus on the button in the same place, so that paging by keyboard works. */
function replace(message) {
  const old = document.getElementById(`m${message.message_id}`);
  if (!old) {
    return;
  }
  const log = $("log");
  const follows = log.scrollHeight - log.scrollTop - log.clientHeight < 120;
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

function showSpinners() {
  const waiting = new Set(chat.taps.values());
  for (const node of document.querySelectorAll("[data-place]")) {
    node.toggleAttribute("data-waiting", waiting.has(node.dataset.place));
    node.setAttribute("aria-busy", waiting.has(node.dataset.place));
  }
}

// The rest of the page.

function showAll() {
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) {
    node.textContent = say(node.dataset.word);
  }
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label));
    if (node.tagName === "BUTTON") {
      node.title = say(node.dataset.label);
    }
  }
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", node.dataset.language === language);
  }
  const log = $("log");
  log.setAttribute("aria-busy", "true");
  log.replaceChildren();
  if (chat.loaded && chat.messages.size === 0) {
    log.append(element("div", { className: "empty" },
      element("p", { className: "empty-title" }, say("emptyTitle")),
      element("p", {}, say("emptyText"))));
  }
  chat.messages.forEach(append);
  log.setAttribute("aria-busy", "false");
  showPeople();
  showSpinners();
  showKeyboard();
  showCommands(false);
  showBars();
  showStatus();
}

function showPeople() {
  $("people-list").replaceChildren(...people.map((each) => element("li", {},
    element("button", {
      type: "button",
      className: "person",
      "aria-current": String(each.id === person?.id),
      onclick: () => choose(each),
    },
      element("span", { className: `avatar tone${each.id % 5}`, "aria-hidden": "true" }, [...each.first_name][0].toUpperCase()),
      element("span", { className: "person-text" },
        element("span", { className: "person-name" }, each.first_name),
        element("span", { className: "person-language" }, languageName(each)))))));
}

const languageName = (someone) => say("languages")[someone.language_code ?? ""] ?? someone.language_code;

function showStatus(temporary) {
  const usual = chat.blocked ? say("blocked") : person ? say("online", person.first_name, languageName(person)) : "";
  $("status").textContent = temporary ?? usual;
  $("status").classList.toggle("lively", Boolean(temporary));
}

function showBars() {
  const inBars = document.activeElement === $("start") || document.activeElement === $("unblock");
  const start = !chat.blocked && (payload !== undefined || (chat.loaded && chat.messages.size === 0));
  $("blocked-bar").hidden = !chat.blocked;
  $("start-bar").hidden = !start;
  $("start").textContent = payload ? say("startWith", payload) : say("start");
  const opens = $("composer").hidden && !chat.blocked && !start;
  $("composer").hidden = chat.blocked || start;
  if (opens && (inBars || document.activeElement === document.body)) {
    $("text").focus();
  }
  $("block").hidden = chat.blocked || chat.messages.size === 0;
  $("block").textContent = say("block");
}

function showKeyboard() {
  const rows = chat.keyboard?.keyboard ?? [];
  $("keyboard").replaceChildren(...rows.map((row) => element("div", { className: "row" }, ...row.map((button) =>
    element("button", {
      type: "button",
      className: "key",
      onclick: () => (button.request_location ? $("location").showModal() : send(button.text)),
    }, button.text)))));
  $("keyboard").hidden = rows.length === 0;
  $("keyboard-toggle").hidden = rows.length === 0;
  $("keyboard-toggle").setAttribute("aria-expanded", String(rows.length > 0));
  $("text").placeholder = chat.keyboard?.input_field_placeholder ?? say("writeHere");
}

function showCommands(open, filter = "/") {
  const panel = $("commands");
  const shown = chat.commands.filter((each) => `/${each.command}`.startsWith(filter));
  panel.replaceChildren(...shown.map((each) => element("button", {
    type: "button",
    onclick: () => {
      $("text").value = "";
      showCommands(false);
      send(`/${each.command}`);
      $("text").focus();
    },
  }, element("strong", {}, `/${each.command}`), element("span", {}, each.description))));
  if (shown.length === 0 && filter === "/") {
    panel.append(element("p", {}, say("noCommands")));
  }
  panel.hidden = !open || panel.childElementCount === 0;
  $("commands-toggle").setAttribute("aria-expanded", String(!panel.hidden));
}

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => ($("toast").textContent = ""), 4_000);
}

function drawer(open) {
  $("app").classList.toggle("drawer", open);
  $("open-people").setAttribute("aria-expanded", String(open));
  $("chat").inert = open;
  (open ? $("close-people") : $("open-people")).focus();
}

function choose(someone) {
  person = someone;
  localStorage.setItem("person", someone.id);
  if (address.searchParams.has("user")) {
    address.searchParams.set("user", someone.id);
    history.replaceState(null, "", address);
  }
  if ($("app").classList.contains("drawer")) {
    drawer(false);
  }
  watch();
}

function started() {
  send(payload ? `/start ${payload}` : "/start");
  if (payload) {
    payload = undefined;
    address.searchParams.delete("start");
    history.replaceState(null, "", address);
  }
  showBars();
}

function submit() {
  const text = $("text").value.trim();
  if (text) {
    send(text);
    $("text").value = "";
    showCommands(false);
    grow();
  }
}

function grow() {
  const rows = $("text").value.split("\n").length;
  $("text").rows = Math.min(6, Math.max(rows, Math.ceil($("text").value.length / 60)));
}

$("compose").onsubmit = (event) => {
  event.preventDefault();
  submit();
};
$("text").onkeydown = (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape") {
    showCommands(false);
  }
};
$("text").oninput = () => {
  const text = $("text").value;
  showCommands(/^\/[a-z0-9_]*$/.test(text) && chat.commands.length > 0, text || "/");
  grow();
};
$("commands").onkeydown = (event) => {
  if (event.key === "Escape") {
    showCommands(false);
    $("commands-toggle").focus();
  }
};
$("commands-toggle").onclick = () => showCommands($("commands").hidden);
$("keyboard-toggle").onclick = () => {
  $("keyboard").hidden = !$("keyboard").hidden;
  $("keyboard-toggle").setAttribute("aria-expanded", String(!$("keyboard").hidden));
};
$("start").onclick = started;
$("block").onclick = () => post(`/chat/${person.id}/blocked`, { blocked: true });
$("unblock").onclick = () => post(`/chat/${person.id}/blocked`, { blocked: false });
$("open-people").onclick = () => drawer(true);
$("close-people").onclick = () => drawer(false);
// With braces: a handler that returns false takes the key from the browser, and Tab with it.
$("people").onkeydown = (event) => {
  if (event.key === "Escape" && $("app").classList.contains("drawer")) {
    drawer(false);
  }
};
document.addEventListener("pointerdown", (event) => {
  if ($("app").classList.contains("drawer") && !event.target.closest("#people, dialog")) {
    drawer(false);
  }
});
// Where the newest message is in view, it stays in view when the keyboard below grows.
let atEnd = true;
$("log").onscroll = () => (atEnd = $("log").scrollHeight - $("log").scrollTop - $("log").clientHeight < 40);
new ResizeObserver(() => atEnd && ($("log").scrollTop = $("log").scrollHeight)).observe($("log"));

$("share").onclick = () => $("location").showModal();
$("add-person").onclick = () => $("person").showModal();
$("location-form").onsubmit = () => {
  if ($("latitude").value && $("longitude").value) {
    post(`/chat/${person.id}/location`, { latitude: Number($("latitude").value), longitude: Number($("longitude").value) });
  }
};
$("person-form").onsubmit = async () => {
  const added = await post("/users", { first_name: $("person-name").value, language_code: $("person-language").value });
  if (added) {
    people.push(added);
    $("person-name").value = "";
    choose(added);
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
for (const node of document.querySelectorAll("[data-closes]")) {
  node.onclick = () => node.closest("dialog").close();
}
for (const node of document.querySelectorAll("[data-language]")) {
  node.onclick = () => {
    language = node.dataset.language;
    localStorage.setItem("language", language);
    showAll();
    $("log").scrollTop = $("log").scrollHeight;
  };
}

async function begin() {
  try {
    people = await (await fetch("/users")).json();
  } catch {
    showStatus(say("reconnecting"));
    setTimeout(begin, 3_000);
    return;
  }
  const wanted = Number(address.searchParams.get("user") ?? localStorage.getItem("person"));
  choose(people.find((each) => each.id === wanted) ?? people[0]);
}

showAll();
begin();
