// Making parts of a page. No text is ever read as HTML.

/**
 * The first element that fits a selector.
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {any} as what it is depends on the selector
 */
export const one = (selector, within = document) => within.querySelector(selector);

/**
 * An element by its tag and classes, as in "p.lead", with attributes and what is in it.
 * @param {string} name
 * @param {Record<string, any>} attributes
 * @param {any[]} within elements, texts, and lists of them; what is missing or false is left out
 * @returns {any} an element of that tag
 */
export function h(name, attributes = {}, ...within) {
  const [tag, ...classes] = name.split("."), made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...within.flat(Infinity).filter((each) => each !== undefined && each !== false && each !== null));
  return made;
}

/**
 * @param {string} words
 * @param {(event: Event) => void} onclick
 * @param {boolean} quiet
 */
export const button = (words, onclick, quiet = false) => h(quiet ? "button.quiet" : "button", { type: "button", onclick }, words);

/**
 * A text with its links in their places.
 * @param {string} text
 * @param {import("./sentences.js").Link[]} links
 */
export function linked(text, links) {
  const parts = [];
  let rest = text;
  for (const link of links) {
    const at = rest.indexOf(link.text);
    parts.push(rest.slice(0, at), h("a", { href: link.to, rel: link.to.startsWith("http") && "noreferrer" }, link.text));
    rest = rest.slice(at + link.text.length);
  }
  return [...parts, rest];
}

/** A text in which a short word stays whole where it has a hyphen. */
export const unbroken = (/** @type {string} */ text) => text.split(/\b(\w{1,6}-\w{1,4})\b/).map((part, place) => (
  place % 2 ? h("span.unbroken", {}, part) : part));

/**
 * A box or a circle with its words.
 * @param {"radio" | "checkbox"} kind
 * @param {string} name
 * @param {string} value
 * @param {string} words
 * @param {boolean} checked
 * @param {string} [described] the id of what is wrong with it
 */
export function choice(kind, name, value, words, checked, described, id = `${name}-${value}`) {
  return h("div.choice", {},
    h("input", { type: kind, id, name, value, checked, "aria-describedby": described }), h("label", { for: id }, words));
}
