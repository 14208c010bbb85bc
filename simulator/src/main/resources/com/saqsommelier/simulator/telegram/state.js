import { words } from "/words.js";

/** What the page knows; the other modules read and change it. */
export const state = {
  language: localStorage.getItem("language") === "en" ? "en" : "fr",
  people: [],
  person: undefined,
  /** The chats of the person, and the one that is open. */
  chats: [],
  open: undefined,
  chat: emptyChat(),
  /** The name under which the bot is asked in inline mode. */
  bot: "saq_sommelier_bot",
};

export function emptyChat() {
  return {
    messages: new Map(),
    keyboard: null,
    commands: [],
    blocked: false,
    loaded: false,
    taps: new Map(),
    early: new Map(),
  };
}

export const $ = (id) => document.getElementById(id);

export const say = (key, ...values) => {
  const word = words[state.language][key];
  return typeof word === "function" ? word(...values) : word;
};

export const isGroup = () => state.open?.type === "group";

export const nameOf = (someone) => someone.first_name || say("noName");

let toastTimer;
export function toast(text) {
  $("toast").textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => ($("toast").textContent = ""), 4_000);
}

export async function post(path, body) {
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

/** Does something in the open chat, as the person. */
export const act = (what, body, chat = state.open) =>
  post(`/chat/${chat.id}/${what}`, { user: state.person.id, ...body });

/** In a group a command names the bot that it is for. */
export const addressed = (text) =>
  isGroup() && /^\/[A-Za-z0-9_]+$/.test(text) ? `${text}@${state.bot}` : text;

export const send = (text) => act("messages", { text: addressed(text) });
