// Work in slices, so that nobody who touches the page has to wait for it.

const READING = 500, SLICE = 8;

/**
 * Goes on with some work while somebody reads. The function it returns does what is left at once.
 * @param {Iterator<unknown>} work
 */
export function inSlices(work) {
  let isOpen = true;
  const on = (/** @type {number} */ until) => {
    while (isOpen && performance.now() < until) isOpen = !work.next().done;
    if (isOpen) setTimeout(() => on(performance.now() + SLICE));
  };
  setTimeout(() => on(performance.now() + SLICE), READING);
  return () => on(Infinity);
}
