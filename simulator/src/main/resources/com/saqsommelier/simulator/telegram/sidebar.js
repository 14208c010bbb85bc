import { element, link } from "/rendering.js";
import { $, isGroup, nameOf, post, say, state, toast } from "/state.js";

/** Names that have broken bots. */
const ODD_NAMES = ["_*[Zoé](x)*_", "<b>Léa & Cie</b>", "O’Neil 🍷", "مريم", "../../etc", "𝔊𝔞𝔟𝔯𝔦𝔢𝔩"];

let chooser = () => {};
let opener = () => {};

export const languageName = (someone) => say("languages")[someone.language_code ?? ""] ?? someone.language_code;

const initial = (name) => [...name.replace(/^[^\p{L}\p{N}]+/u, "")][0]?.toUpperCase() ?? "?";

function entry(tone, letter, name, detail, current, onclick) {
  return element("li", {}, element("button", { type: "button", className: "person", "aria-current": String(current), onclick },
    element("span", { className: `avatar ${tone}`, "aria-hidden": "true" }, letter),
    element("span", { className: "person-text" },
      element("span", { className: "person-name" }, name),
      element("span", { className: "person-language" }, detail))));
}

export function showPeople() {
  $("people-list").replaceChildren(...state.people.map((each) => entry(
    `tone${each.id % 5}`, initial(each.first_name), nameOf(each), languageName(each), each.id === state.person?.id,
    () => chooser(each))));
}

export function showChats() {
  $("chat-list").replaceChildren(...state.chats.map((each) => entry(
    each.type === "group" ? "group" : "bot", each.type === "group" ? initial(each.title) : "S",
    each.title ?? "SAQ Sommelier", each.type === "group" ? each.members.map((name) => name || say("noName")).join(", ") : say("privateChat"),
    each.id === state.open?.id, () => opener(each))));
}

export async function loadChats() {
  state.chats = await (await fetch(`/chats?user=${state.person.id}`)).json();
  showChats();
}

export function showStatus(temporary) {
  const { chat, person, open } = state;
  const usual = !person || !open ? ""
    : chat.blocked ? say(isGroup() ? "removed" : "blocked")
    : isGroup() ? say("members", open.members.length + 1) : say("online", nameOf(person), languageName(person));
  $("status").textContent = temporary ?? usual;
  $("status").classList.toggle("lively", Boolean(temporary));
  $("chat-title").textContent = open?.title ?? "SAQ Sommelier";
  $("chat-avatar").classList.toggle("group", isGroup());
}

// Buttons that the demo adds.

export async function loadActions() {
  const { actions, links } = await (await fetch("/actions")).json();
  $("actions-section").hidden = actions.length + links.length === 0;
  $("actions").replaceChildren(
    ...actions.map((each, number) => element("button", { type: "button", className: "action", onclick: (event) => run(number, event.currentTarget) }, each[state.language])),
    ...links.map((each) => {
      const node = link(each.url, each[state.language]);
      node.className = "action outward";
      return node;
    }));
}

async function run(number, button) {
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  const done = await post("/actions", { number });
  button.disabled = false;
  button.removeAttribute("aria-busy");
  if (done?.[state.language]) {
    toast(done[state.language]);
  }
}

// Failures.

export function showFailures(waiting) {
  const counted = new Map();
  for (const { method, what } of waiting) {
    const name = `${say(`f${what}`)} · ${method === "*" ? say("anyMethod") : method}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  $("failures").replaceChildren(...[...counted].map(([name, count]) => element("li", {}, `${count} × ${name}`)));
  if (counted.size > 0) {
    $("failures").append(element("li", {}, element("button", {
      type: "button",
      className: "quiet",
      onclick: async () => showFailures((await post("/failures/none", {})) ?? []),
    }, say("forget"))));
  }
}

export async function loadFailures() {
  showFailures(await (await fetch("/failures")).json());
}

// The drawer of narrow screens.

export const drawerIsOpen = () => $("app").classList.contains("drawer");

export function drawer(open) {
  $("app").classList.toggle("drawer", open);
  $("open-people").setAttribute("aria-expanded", String(open));
  $("chat").inert = open;
  (open ? $("close-people") : $("open-people")).focus();
  if (open) {
    loadActions();
    loadFailures();
  }
}

/** @param choosePerson called with whom to be, @param openChat with which chat to show */
export function wire(choosePerson, openChat) {
  chooser = choosePerson;
  opener = openChat;
  $("open-people").onclick = () => drawer(true);
  $("close-people").onclick = () => drawer(false);
  // With braces: a handler that returns false takes the key from the browser, and Tab with it.
  $("people").onkeydown = (event) => {
    if (event.key === "Escape" && drawerIsOpen()) {
      drawer(false);
    }
  };
  document.addEventListener("pointerdown", (event) => {
    if (drawerIsOpen() && !event.target.closest("#people, dialog")) {
      drawer(false);
    }
  });
  $("add-person").onclick = () => $("person").showModal();
  $("add-group").onclick = () => $("group").showModal();
  $("open-failures").onclick = () => $("failure").showModal();
  $("odd-names").append(...ODD_NAMES.map((name) => element("button", {
    type: "button",
    className: "chip",
    onclick: () => ($("person-name").value = name),
  }, name)));
  $("person-form").onsubmit = async () => {
    const added = await post("/users", { first_name: $("person-name").value, language_code: $("person-language").value });
    if (added) {
      state.people.push(added);
      $("person-name").value = "";
      choosePerson(added);
    }
  };
  $("group-form").onsubmit = async () => {
    const added = await post("/groups", { title: $("group-name").value });
    if (added) {
      $("group-name").value = "";
      await loadChats();
      openChat(added);
    }
  };
  $("failure-form").onsubmit = async () => {
    const waiting = await post("/failures", {
      what: $("failure-what").value,
      method: $("failure-method").value,
      times: Number($("failure-times").value),
      seconds: Number($("failure-seconds").value),
    });
    showFailures(waiting ?? []);
  };
}
