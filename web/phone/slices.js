// Work in slices, so that nobody who touches the page has to wait for it.

const SHOWN = 50, SLICE = 8;

/**
 * Goes on with some work while somebody reads, once what is there is shown: at first, and after each touch. The function it
 * returns goes on at once, until there is enough of it.
 * @param {Iterator<unknown>} work
 */
export function inSlices(work) {
  let isOpen = true;
  const on = (/** @type {() => boolean} */ isEnough) => {
    while (isOpen && !isEnough()) isOpen = !work.next().done;
  };
  const slice = () => {
    const end = performance.now() + SLICE;
    on(() => performance.now() > end);
    rest(0);
  };
  let next = 0;
  const rest = (/** @type {number} */ time) => {
    clearTimeout(next);
    if (isOpen) next = setTimeout(slice, time);
  };
  for (const touch of ["click", "submit"]) addEventListener(touch, () => rest(SHOWN));
  rest(SHOWN);
  return on;
}
