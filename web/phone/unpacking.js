// The knowledge base out of its packs.
//
// Reads what bzip2 packed: browsers unpack deflate alone, which makes this a quarter larger. The format has no document of
// its own; this follows Julian Seward's program (bzip2 1.0.8) and the description by Joe Tsai, "BZIP2: Format Specification".

const BLOCK = 0x314159265359, GROUP = 50, LONGEST = 20, PAUSE = 200;
const WORDS = ["title", "say", "come_back"];

class Bits {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.place = this.kept = this.count = 0;
  }

  /**
   * The next bits as a whole number; at most 24 at a time.
   * @param {number} wanted
   */
  take(wanted) {
    const taken = this.ahead(wanted);
    this.count -= wanted;
    return taken;
  }

  /**
   * The same, and they stay the next.
   * @param {number} wanted
   */
  ahead(wanted) {
    while (this.count < wanted) {
      this.kept = (this.kept << 8) | this.bytes[this.place++];
      this.count += 8;
    }
    return (this.kept >>> (this.count - wanted)) & ((1 << wanted) - 1);
  }
}

/**
 * The text that stands packed, and written in base64. Pauses from time to time.
 * @param {string} packed
 * @returns {Generator<void, string>}
 */
export function* unpacked(packed) {
  const bits = new Bits(lettered(packed)), parts = [];
  bits.take(24);
  const most = (bits.take(8) - "0".charCodeAt(0)) * 1e5;
  while (bits.take(24) * 2 ** 24 + bits.take(24) === BLOCK) parts.push(...plain(yield* block(bits, most)));
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true })).join("");
}

/**
 * Adds a pack to the data. Entries stand in it as a list for each of their fields; of numbers that count on, the first alone.
 * For words that can be read without a script it has their place among these.
 * @param {Record<string, any>} data
 * @param {string} pack
 * @param {string[]} read
 */
export function* adding(data, pack, read) {
  /** @type {Record<string, any>} */
  const parts = JSON.parse(yield* unpacked(pack));
  yield;
  for (const [name, part] of Object.entries(parts)) {
    if (!part.columns) data[name] = part;
    else for (const [field, values] of Object.entries(part.columns)) {
      data[name] ??= values.map(() => ({}));
      fill(data[name], field, values, WORDS.includes(field) ? read : []);
      yield;
    }
  }
}

/**
 * A number that texts give together, and hardly any others do: FNV-1a (Fowler, Noll, Vo) of 32 bits, over their letters.
 * @param {string[]} texts
 */
export function checksum(texts) {
  let sum = 0x811c9dc5;
  for (const letter of texts.join("\n")) sum = Math.imul(sum ^ Number(letter.codePointAt(0)), 0x01000193);
  return sum >>> 0;
}

/**
 * One block: symbols by their codes, each a byte by how lately it was used, and the sorted turns of the text put back.
 * @param {Bits} bits
 * @param {number} most how many bytes it has
 */
function* block(bits, most) {
  bits.take(24);
  bits.take(9);
  const first = bits.take(24), used = marked(bits), tables = bits.take(3);
  const chosen = selectors(bits, tables), codes = Array.from({ length: tables }, () => table(bits, used.length + 2));
  const read = { bytes: Uint8Array.from(used), last: new Uint32Array(most), length: 0, run: 0, worth: 1 };
  for (let place = 0; place < chosen.length; place++) {
    group(bits, codes[chosen[place]], read);
    if (place % PAUSE === 0) yield;
  }
  chained(read.last, read.length);
  yield;
  const text = turned(read.last, read.length, first);
  yield;
  return text;
}

// What goes over every byte stands in functions of its own: browsers make a loop quick while it runs, but in no generator.

/** @param {string} packed */
function lettered(packed) {
  const letters = atob(packed), bytes = new Uint8Array(letters.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

/**
 * @param {Record<string, any>[]} entries
 * @param {string} field
 * @param {any} values one for each entry, or the first of numbers that count on
 * @param {string[]} read where a value is the place of one of these, it stands for that
 */
function fill(entries, field, values, read) {
  const counted = typeof values === "number";
  for (let place = 0; place < entries.length; place++) {
    const value = counted ? values + place : values[place];
    entries[place][field] = typeof value === "number" ? read[value] ?? value : value;
  }
}

/**
 * Lets each place hold, above its byte, which place comes after it.
 * @param {Uint32Array} last
 * @param {number} length
 */
function chained(last, length) {
  const counts = new Uint32Array(257);
  for (let place = 0; place < length; place++) counts[last[place] + 1]++;
  for (let byte = 0; byte < 256; byte++) counts[byte + 1] += counts[byte];
  for (let place = 0; place < length; place++) last[counts[last[place] & 255]++] |= place << 8;
}

/**
 * @param {Uint32Array} last
 * @param {number} length
 * @param {number} first
 */
function turned(last, length, first) {
  const text = new Uint8Array(length);
  for (let place = 0, at = last[first] >>> 8; place < length; place++, at = last[at] >>> 8) text[place] = last[at];
  return text;
}

/**
 * The next symbols, as far as the block goes: two of them count how often the latest byte is repeated.
 * @param {Bits} bits
 * @param {ReturnType<typeof table>} codes
 * @param {{ bytes: Uint8Array, last: Uint32Array, length: number, run: number, worth: number }} read
 */
function group(bits, codes, read) {
  const { bytes, last } = read;
  let { length, run, worth } = read;
  for (let count = 0; count < GROUP; count++) {
    const symbol = next(bits, codes);
    if (symbol < 2) {
      run += worth << symbol;
      worth <<= 1;
      continue;
    }
    for (const byte = bytes[0]; run; run--) last[length++] = byte;
    worth = 1;
    if (symbol > bytes.length) break;
    const byte = bytes[symbol - 1];
    for (let place = symbol - 1; place; place--) bytes[place] = bytes[place - 1];
    last[length++] = bytes[0] = byte;
  }
  Object.assign(read, { length, run, worth });
}

/** @param {Bits} bits */
function marked(bits) {
  const groups = bits.take(16), used = [];
  for (let high = 0; high < 16; high++) {
    const low = (groups >> (15 - high)) & 1 ? bits.take(16) : 0;
    for (let place = 0; place < 16; place++) if ((low >> (15 - place)) & 1) used.push(16 * high + place);
  }
  return used;
}

/**
 * @param {Bits} bits
 * @param {number} tables
 */
function selectors(bits, tables) {
  const order = Array.from({ length: tables }, (_, table) => table);
  return Array.from({ length: bits.take(15) }, () => {
    let place = 0;
    while (bits.take(1)) place++;
    order.unshift(...order.splice(place, 1));
    return order[0];
  });
}

/**
 * A table of codes: for each length where its codes end among all of the longest, and where its symbols begin.
 * @param {Bits} bits
 * @param {number} size
 */
function table(bits, size) {
  let length = bits.take(5);
  const lengths = Array.from({ length: size }, () => {
    while (bits.take(1)) length += bits.take(1) ? -1 : 1;
    return length;
  });
  const symbols = [], ends = [], starts = [];
  for (let long = 1, code = 0; long <= LONGEST; long++, code <<= 1) {
    starts[long] = symbols.length - code;
    lengths.forEach((each, symbol) => each === long && symbols.push(symbol));
    code = symbols.length - starts[long];
    ends[long] = code << (LONGEST - long);
  }
  return { symbols, starts, ends };
}

/**
 * The symbol whose code comes next.
 * @param {Bits} bits
 * @param {ReturnType<typeof table>} codes
 */
function next(bits, { symbols, starts, ends }) {
  const ahead = bits.ahead(LONGEST);
  let long = 1;
  while (ahead >= ends[long]) long++;
  bits.count -= long;
  return symbols[starts[long] + (ahead >>> (LONGEST - long))];
}

/**
 * Four bytes alike are followed by how many more there are.
 * @param {Uint8Array} bytes
 */
function plain(bytes) {
  const parts = [];
  let from = 0;
  for (let place = 1, alike = 1; place < bytes.length; place++) {
    alike = bytes[place] === bytes[place - 1] ? alike + 1 : 1;
    if (alike < 4) continue;
    parts.push(bytes.subarray(from, place + 1), new Uint8Array(bytes[place + 1]).fill(bytes[place]));
    from = place += 2;
    alike = 1;
  }
  return [...parts, bytes.subarray(from)];
}
