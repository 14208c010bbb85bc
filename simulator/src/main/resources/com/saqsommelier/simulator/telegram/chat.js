import * as composer from "/composer.js";
import { answered, append, replace, showLog } from "/messages.js";
import * as sidebar from "/sidebar.js";
import { $, act, emptyChat, isGroup, say, send, state } from "/state.js";

const ACTION_LIFETIME = 5_000;

const address = new URL(location.href);

const deepLink = address.searchParams.get("start") ?? "";
let payload = /^[A-Za-z0-9_-]{1,64}$/.test(deepLink) ? deepLink : undefined;
let stream;

// What happens in the chat.

function watch() {
  stream?.close();
  state.chat = emptyChat();
  composer.endMode();
  showAll();
  const source = new EventSource(`/chat/${state.open.id}/events?user=${state.person.id}`);
  stream = source;
  const on = (name, handle) =>
    source.addEventListener(name, (event) => source === stream && handle(JSON.parse(event.data)));
  on("snapshot", (snapshot) => {
    const messages = new Map(snapshot.messages.map((each) => [each.message_id, each]));
    state.chat = { ...emptyChat(), ...snapshot, messages, loaded: true };
    showAll();
    $("log").scrollTop = $("log").scrollHeight;
  });
  on("message", ({ message, keyboard }) => {
    acting(false);
    state.chat.messages.set(message.message_id, message);
    if (JSON.stringify(keyboard) !== JSON.stringify(state.chat.keyboard)) {
      state.chat.keyboard = keyboard;
      composer.showKeyboard();
    }
    append(message);
    showBars();
    if (message.force_reply) {
      composer.answerTo(message, message.force_reply.input_field_placeholder);
    }
  });
  on("edited", ({ message }) => {
    state.chat.messages.set(message.message_id, message);
    replace(message);
  });
  on("deleted", ({ message_id }) => {
    state.chat.messages.delete(message_id);
    $(`m${message_id}`)?.remove();
    showBars();
  });
  on("answer", answered);
  on("inline", composer.offered);
  on("action", () => acting(true));
  on("blocked", ({ blocked }) => {
    state.chat.blocked = blocked;
    showBars();
    sidebar.showStatus();
  });
  on("commands", ({ commands }) => {
    state.chat.commands = commands;
    composer.showCommands(false);
  });
  source.onopen = () => sidebar.showStatus();
  source.onerror = () => {
    sidebar.showStatus(say("reconnecting"));
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => source === stream && begin(), 3_000);
    }
  };
}

let actingTimer;
function acting(now) {
  clearTimeout(actingTimer);
  sidebar.showStatus(now ? say("writing") : undefined);
  if (now) {
    actingTimer = setTimeout(() => sidebar.showStatus(), ACTION_LIFETIME);
  }
}

// The page.

function showAll() {
  document.documentElement.lang = state.language;
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
    node.setAttribute("aria-pressed", node.dataset.language === state.language);
  }
  if (state.person) {
    showLog();
  }
  sidebar.showPeople();
  sidebar.showChats();
  composer.showKeyboard();
  composer.showCommands(false);
  showBars();
  sidebar.showStatus();
}

function showBars() {
  const { chat } = state;
  const inBars = document.activeElement === $("start") || document.activeElement === $("unblock");
  const start = !isGroup() && !chat.blocked && (payload !== undefined || (chat.loaded && chat.messages.size === 0));
  const shut = chat.blocked && !isGroup();
  $("blocked-bar").hidden = !shut;
  $("start-bar").hidden = !start;
  $("start").textContent = payload ? say("startWith", payload) : say("start");
  $("unblock").textContent = say("unblock");
  const opens = $("composer").hidden && !shut && !start;
  $("composer").hidden = shut || start;
  if (opens && (inBars || document.activeElement === document.body)) {
    $("text").focus();
  }
  $("block").hidden = shut || (!isGroup() && chat.messages.size === 0);
  $("block").textContent = say(isGroup() ? (chat.blocked ? "addBot" : "removeBot") : "block");
}

function show(chat) {
  state.open = chat;
  if (sidebar.drawerIsOpen()) {
    sidebar.drawer(false);
  }
  watch();
}

async function choose(someone) {
  state.person = someone;
  localStorage.setItem("person", someone.id);
  if (address.searchParams.has("user")) {
    address.searchParams.set("user", someone.id);
    history.replaceState(null, "", address);
  }
  await sidebar.loadChats();
  const wanted = Number(address.searchParams.get("chat"));
  show(state.chats.find((each) => each.id === wanted) ?? state.chats[0]);
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

sidebar.wire(choose, show);
composer.wire();
$("start").onclick = started;
$("block").onclick = () => act("blocked", { blocked: !state.chat.blocked });
$("unblock").onclick = () => act("blocked", { blocked: false });
document.addEventListener("deep-link", ({ detail }) => {
  payload = detail;
  show(state.chats.find((each) => each.type === "private"));
});
// Where the newest message is in view, it stays in view when the keyboard below grows.
let atEnd = true;
$("log").onscroll = () => (atEnd = $("log").scrollHeight - $("log").scrollTop - $("log").clientHeight < 40);
new ResizeObserver(() => atEnd && ($("log").scrollTop = $("log").scrollHeight)).observe($("log"));
for (const node of document.querySelectorAll("[data-closes]")) {
  node.onclick = () => node.closest("dialog").close();
}
for (const node of document.querySelectorAll("[data-language]")) {
  node.onclick = () => {
    state.language = node.dataset.language;
    localStorage.setItem("language", state.language);
    showAll();
    sidebar.loadActions();
    $("log").scrollTop = $("log").scrollHeight;
  };
}

async function begin() {
  try {
    state.people = await (await fetch("/users")).json();
    await Promise.all([sidebar.loadActions(), sidebar.loadFailures()]);
    const wanted = Number(address.searchParams.get("user") ?? localStorage.getItem("person"));
    await choose(state.people.find((each) => each.id === wanted) ?? state.people[0]);
  } catch {
    sidebar.showStatus(say("reconnecting"));
    setTimeout(begin, 3_000);
  }
}

showAll();
begin();
