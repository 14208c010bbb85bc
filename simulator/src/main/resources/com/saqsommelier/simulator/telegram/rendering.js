/** Builds the nodes of messages; never from markup, so that what people and bots write stays text. */

export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") {
      node.setAttribute(name, value);
    } else {
      node[name] = value;
    }
  }
  node.append(...children);
  return node;
}

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** Offsets count UTF-16 code units, as JavaScript's strings do. */
export function formatted(text, entities = [], { onCommand, revealLabel }) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(0, text.length, ordered);

  function nodes(from, to, inside) {
    const fragment = document.createDocumentFragment();
    let at = from;
    for (let i = 0; i < inside.length; i++) {
      const entity = inside[i];
      if (entity.offset < at) {
        continue;
      }
      const end = Math.min(entity.offset + entity.length, to);
      const within = inside.slice(i + 1).filter((other) => other.offset < end && other.offset + other.length <= end);
      fragment.append(text.slice(at, entity.offset), wrapped(entity, text.slice(entity.offset, end), nodes(entity.offset, end, within)));
      at = end;
    }
    fragment.append(text.slice(at, to));
    return fragment;
  }

  function wrapped(entity, plain, content) {
    if (entity.type in TAGS) {
      return element(TAGS[entity.type], {}, content);
    }
    switch (entity.type) {
      case "text_link":
      case "url":
        return link(entity.url ?? plain, content);
      case "bot_command":
        return element("button", { type: "button", className: "command-link", onclick: () => onCommand(plain) }, plain);
      case "spoiler":
        return spoiler(content);
      default:
        return element("span", {}, content);
    }
  }

  function spoiler(content) {
    const node = element("span", { className: "spoiler", tabIndex: 0, role: "button", "aria-label": revealLabel }, content);
    const reveal = () => {
      node.classList.add("shown");
      node.removeAttribute("role");
      node.removeAttribute("aria-label");
    };
    node.onclick = reveal;
    node.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        reveal();
      }
    };
    return node;
  }
}

export function link(address, ...content) {
  const safe = /^(https?|tg):/i.test(address) ? address : undefined;
  const node = element("a", { target: "_blank", rel: "noopener noreferrer" }, ...content);
  if (safe) {
    node.href = safe;
  }
  return node;
}

export function time(seconds, language) {
  const locale = language === "fr" ? "fr-CA" : "en-CA";
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hour12: false }).format(seconds * 1000);
}

export function day(seconds, language) {
  const locale = language === "fr" ? "fr-CA" : "en-CA";
  return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(seconds * 1000);
}
