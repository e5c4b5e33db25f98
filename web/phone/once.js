// Nothing is told twice: what stands on the first screen, or in a row before, is left out of the rows.

/** @typedef {import("./sentences.js").Item} Item */
/** @typedef {import("./sentences.js").Section} Section */
/** @typedef {import("./telling.js").Row} Row */

/**
 * The rows without what is told already; what belongs under it stays, and so do numbers to call. Of those with nothing
 * left only that is there of which more is yet to be worked out.
 * @param {Section[]} screen
 * @param {Row[]} rows
 * @param {string[]} waiting
 * @returns {Row[]}
 */
export function once(screen, rows, waiting) {
  const told = new Set(screen.flatMap(({ items }) => items.flatMap(({ say, why }) => [say, why])));
  /** @type {(key: string, all: Item[]) => Item[]} */
  const fresh = (key, all) => all.flatMap((each) => {
    // How far a study bears the advice out is said of each.
    const why = told.has(each.why) && key !== "research" ? "" : each.why;
    if ((told.has(each.say) && !each.links.length) || (key === "reasons" && !why)) return fresh(key, each.below);
    if (key !== "reasons") told.add(each.say);
    told.add(why);
    return [{ ...each, why, below: fresh(key, each.below) }];
  });
  return rows.map((row) => ({ ...row, sections: row.sections.map((each) => ({ ...each, items: fresh(each.key, each.items) })).filter(({ items }) => items.length) }))
    .filter(({ key, sections }) => sections.length || waiting.includes(key));
}
