// The knowledge base out of its packs, as bzip2 made them: browsers unpack deflate alone, which is a quarter larger. The format
// has no document; this follows Julian Seward's program (bzip2 1.0.8) and Joe Tsai, "BZIP2: Format Specification".

const BLOCK = 0x314159265359, GROUP = 50, LONGEST = 20, QUICK = 10, PAUSE = 200, STRETCH = 1 << 16;
const WORDS = ["title", "say", "come_back", "name", "phone"];

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
    for (; this.count < wanted; this.count += 8) this.kept = (this.kept << 8) | this.bytes[this.place++];
    this.count -= wanted;
    return (this.kept >>> this.count) & ((1 << wanted) - 1);
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
  while (bits.take(24) * 2 ** 24 + bits.take(24) === BLOCK) {
    const block = begun(bits, most);
    while (goesOn(bits, block)) yield;
    chained(block);
    yield;
    while (turnsOn(block)) yield;
    parts.push(...block.parts);
  }
  const decoder = new TextDecoder();
  return parts.map((part) => decoder.decode(part, { stream: true })).join("");
}

/**
 * Adds a pack to the data. Entries stand in it as a list for each of their fields; of numbers that count on, the first alone.
 * For words that can be read without a script it has their place among these; the lines of all countries are one list.
 * @param {Record<string, any>} data
 * @param {string} pack
 * @param {string[]} read
 */
export function* adding(data, pack, read) {
  const text = yield* unpacked(pack);
  yield;
  const whole = spelled(text);
  yield;
  const { shown, ...parts } = JSON.parse(whole);
  yield;
  for (const [name, part] of Object.entries(parts)) {
    if (name === "gates") {
      data.gates ??= [];
      for (const gate of part.split(";").slice(0, -1)) if (data.gates.push(ways(gate, data.inputs + data.gates.length + 1)) % 500 === 0) yield;
    } else if (!part.columns) data[name] = part;
    else for (const [field, values] of Object.entries(part.columns)) {
      data[name] ??= values.map(() => ({}));
      fill(data[name], field, values, WORDS.includes(field) ? read : []);
      yield;
    }
  }
  // So many lines that are not about safety, and so many that are, in turn; the atoms of both count on.
  if (shown) data.advice = shown.counts.flatMap((count, place) => Array.from({ length: count }, () => ({ safety: place % 2 === 1, atom: shown.atoms[place % 2]++ })));
  for (const rule of parts.rules ? data.rules : []) for (const way of rule.ways) way.literal ||= rule.atom;
  for (const country of parts.lines ? data.countries : []) country.lines = data.lines.splice(0, country.lines);
  delete data.lines;
}

/**
 * A text with its words spelled out: in its first row are those that come most, and a sign below the blank stands for each;
 * what comes after "\x7f" and a blank has a capital.
 * @param {string} text
 */
export function spelled(text) {
  const end = text.indexOf("\n"), words = text.slice(0, end).split(" ");
  return text.slice(end + 1).replace(/[^ -\uffff]/g, (sign) => ` ${words[sign.charCodeAt(0)]}`).replace(/\x7f (.)/g, (_, letter) => letter.toUpperCase());
}

/**
 * The ways of a gate out of their text: a capital letter is a gate just before, and all else is in base 36.
 * @param {string} gate
 * @param {number} atom the gate's own number
 */
function ways(gate, atom) {
  return (gate ? gate.split("|") : []).map((way) => way === "0" ? [] : way.split(",").map((word) => {
    const number = parseInt(word, 36), last = word.at(-1);
    return last >= "A" && last <= "Z" ? Math.sign(number) * (atom + 9 - Math.abs(number)) : number;
  }));
}

/**
 * A number that texts give together, and hardly any others do: FNV-1a (Fowler, Noll, Vo) of 32 bits, over their bytes.
 * @param {string[]} texts
 */
export function checksum(texts) {
  const bytes = new TextEncoder().encode(texts.join("\n"));
  let sum = 0x811c9dc5;
  for (let place = 0; place < bytes.length; place++) sum = Math.imul(sum ^ bytes[place], 0x01000193);
  return sum >>> 0;
}

// What goes over every byte stands in a few loops, in functions of their own: browsers make a loop quick while it runs, but
// in no generator, and not before it ran a while.

/** @param {string} packed */
function lettered(packed) {
  const letters = atob(packed), bytes = new Uint8Array(letters.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

/**
 * @param {Record<string, any>[]} entries
 * @param {string} field
 * @param {any} values one for each entry, the first of numbers that count on, or how much each is above the one before
 * @param {string[]} read where a value is the place of one of these, it stands for that
 */
function fill(entries, field, values, read) {
  const counted = typeof values === "number", { rises } = values;
  for (let place = 0, sum = 0; place < entries.length; place++) {
    const value = counted ? values + place : rises ? sum += rises[place] : values[place];
    entries[place][field] = typeof value === "number" ? read[value] ?? value : value;
  }
}

/** @typedef {ReturnType<typeof begun>} Block symbols by their codes, each a byte by how lately it was used */

/**
 * What stands before the symbols of a block.
 * @param {Bits} bits
 * @param {number} most how many bytes it has
 */
function begun(bits, most) {
  bits.take(24);
  bits.take(9);
  const first = bits.take(24), used = marked(bits), tables = bits.take(3), chosen = selectors(bits, tables);
  const codes = Array.from({ length: tables }, () => table(bits, used.length + 2));
  return { first, chosen, codes, group: 0, bytes: Uint8Array.from(used), last: new Uint32Array(most), counts: new Uint32Array(257),
    length: 0, run: 0, worth: 1, parts: [], text: new Uint8Array(0), at: 0, from: 0, to: 0, alike: 0 };
}

/**
 * Reads the symbols of some groups; is there more? Two of them count how often the latest byte is repeated.
 * @param {Bits} bits
 * @param {Block} block
 */
function goesOn(bits, block) {
  const { bytes: packed } = bits, { chosen, codes, bytes, last, counts } = block;
  let { place, kept, count } = bits, { group, length, run, worth } = block, isOpen = true;
  for (const end = group + PAUSE; isOpen && group < end; group++) {
    const { quick, symbols, starts, ends } = codes[chosen[group]];
    for (let left = GROUP; left; left--) {
      for (; count < LONGEST; count += 8) kept = (kept << 8) | packed[place++];
      const ahead = (kept >>> (count - LONGEST)) & ((1 << LONGEST) - 1), short = quick[ahead >>> (LONGEST - QUICK)];
      let long = short & 31, symbol = short >>> 5;
      if (!long) {
        for (long = QUICK + 1; ahead >= ends[long];) long++;
        symbol = symbols[starts[long] + (ahead >>> (LONGEST - long))];
      }
      count -= long;
      if (symbol < 2) {
        run += worth << symbol;
        worth <<= 1;
        continue;
      }
      if (run) {
        last.fill(bytes[0], length, length + run);
        counts[bytes[0] + 1] += run;
        length += run;
        run = 0;
      }
      worth = 1;
      isOpen = symbol <= bytes.length;
      if (!isOpen) break;
      const byte = bytes[symbol - 1];
      bytes.copyWithin(1, 0, symbol - 1);
      last[length++] = bytes[0] = byte;
      counts[byte + 1]++;
    }
  }
  Object.assign(bits, { place, kept, count });
  Object.assign(block, { group, length, run, worth });
  return isOpen;
}

/**
 * Lets each place hold, above its byte, which place comes after it.
 * @param {Block} block
 */
function chained(block) {
  const { last, length, counts, first } = block;
  for (let byte = 0; byte < 256; byte++) counts[byte + 1] += counts[byte];
  for (let place = 0; place < length; place++) last[counts[last[place] & 255]++] |= place << 8;
  block.text = new Uint8Array(length);
  block.at = last[first] >>> 8;
}

/**
 * Goes on with the text, from place to place; is there more? Four bytes alike are followed by how many more there are.
 * @param {Block} block
 */
function turnsOn(block) {
  const { last, text, parts } = block;
  let { at, from, to, alike, length: left } = block;
  for (const end = Math.max(0, left - STRETCH); left > end; left--) {
    const byte = last[at] & 255;
    at = last[at] >>> 8;
    if (alike === 4) {
      parts.push(text.subarray(from, to), new Uint8Array(byte).fill(text[to - 1]));
      from = to;
      alike = 0;
      continue;
    }
    alike = alike && byte === text[to - 1] ? alike + 1 : 1;
    text[to++] = byte;
  }
  if (!left) parts.push(text.subarray(from, to));
  Object.assign(block, { at, from, to, alike, length: left });
  return left > 0;
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
 * A table of codes: for each length where its codes end among all of the longest, and where its symbols begin. What a few
 * bits tell stands in `quick`: 32 times the symbol, and how long its code is; 0 where that takes more of them.
 * @param {Bits} bits
 * @param {number} size
 */
function table(bits, size) {
  let length = bits.take(5);
  const lengths = Array.from({ length: size }, () => {
    while (bits.take(1)) length += bits.take(1) ? -1 : 1;
    return length;
  });
  const symbols = [], ends = [], starts = [], quick = new Uint16Array(1 << QUICK);
  for (let long = 1, code = 0; long <= LONGEST; long++, code <<= 1) {
    starts[long] = symbols.length - code;
    lengths.forEach((each, symbol) => {
      if (each !== long) return;
      if (long <= QUICK) quick.fill(32 * symbol + long, code << (QUICK - long), (code + 1) << (QUICK - long));
      symbols.push(symbol);
      code++;
    });
    ends[long] = code << (LONGEST - long);
  }
  return { symbols, starts, ends, quick };
}
