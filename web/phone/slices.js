// Work in slices, so that nobody who touches the page has to wait for it.

const SLICE = 8;

/**
 * Goes on with some work while the page has nothing else to do. The function it returns does the rest at once.
 * @param {Iterator<unknown>} work
 */
export function inSlices(work) {
  let isOpen = true;
  const on = (/** @type {number} */ until) => {
    while (isOpen && performance.now() < until) isOpen = !work.next().done;
    if (isOpen) setTimeout(() => on(performance.now() + SLICE));
  };
  setTimeout(() => on(performance.now() + SLICE));
  return () => on(Infinity);
}
