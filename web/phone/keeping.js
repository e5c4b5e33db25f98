// Answers kept in a copy of this file, which nobody opens without the words that were chosen for it.

const ROUNDS = 600_000, SALT = 16, PADDED = 2048;
const PLACE = /(<template id="kept">)[^<]*(?=<\/template>)/;
/** @type {{ name: "AES-GCM", length: number }} */
const CIPHER = { name: "AES-GCM", length: 256 };

/** The fewest words, and the fewest letters that they have together. */
const FEWEST = 4;
export const LETTERS = 12;

/** Old browsers, and pages from a host without https, have no ciphers. */
export const canKeep = () => Boolean(globalThis.crypto?.subtle);

/** What this copy holds; empty if nothing. */
export const kept = () => /** @type {HTMLTemplateElement} */ (document.getElementById("kept")).content.textContent;

/** What counts of words: their letters and digits. Capitals, blanks and other signs are typed differently the next time. */
export const counting = (/** @type {string} */ words) => words.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, "");

/** Are these as many as a copy needs? */
export const areEnough = (/** @type {string} */ words) => (
  words.split(/\s+/).filter(counting).length >= FEWEST && counting(words).length >= LETTERS);

/**
 * A key out of words, slow to guess (PBKDF2).
 * @param {string} words
 * @param {Uint8Array} salt
 */
async function keyOf(words, salt) {
  const bytes = new TextEncoder().encode(counting(words));
  const from = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS }, from, CIPHER, false, ["encrypt", "decrypt"]);
}

/**
 * The text of a copy that holds something.
 * @param {string} file the text of this file
 * @param {unknown} held
 * @param {string} words
 */
export async function copyWith(file, held, words) {
  const json = JSON.stringify(held), random = crypto.getRandomValues(new Uint8Array(SALT + 12));
  // How long it is tells nothing of how much was said.
  const bytes = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / PADDED) * PADDED));
  const iv = random.slice(SALT), key = await keyOf(words, random.slice(0, SALT));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, bytes));
  const signs = [...random, ...sealed].map((byte) => String.fromCharCode(byte)).join("");
  return file.replace(PLACE, (_, before) => before + btoa(signs));
}

/**
 * What this copy holds. Rejects where the words are not those it was kept with.
 * @param {string} words
 */
export async function opened(words) {
  const bytes = Uint8Array.from(atob(kept()), (sign) => sign.charCodeAt(0));
  const key = await keyOf(words, bytes.slice(0, SALT));
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(SALT, SALT + 12) }, key, bytes.slice(SALT + 12));
  return JSON.parse(new TextDecoder().decode(plain));
}
