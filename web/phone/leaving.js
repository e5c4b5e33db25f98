// The ways out of the page that are always there: the links, three times Shift, and an exit in another tab of this file.

const SHIFTS = 3;

/**
 * @param {() => void} leave
 * @param {HTMLElement} status says how often Shift is still to be pressed
 */
export function leavable(leave, status) {
  const channel = globalThis.BroadcastChannel && new BroadcastChannel("milepost");
  const leaveAll = (/** @type {Event} */ event) => {
    event.preventDefault();
    channel?.postMessage("leave");
    leave();
  };
  let shifts = 0;
  document.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shifts = event.key === "Shift" ? shifts + 1 : 0;
    if (shifts === SHIFTS) return leaveAll(event);
    const left = SHIFTS - shifts;
    status.textContent = shifts ? `To exit this page, press Shift ${left === 1 ? "1 more time" : `${left} more times`}.` : "";
  });
  document.querySelectorAll("[data-leave]").forEach((link) => link.addEventListener("click", leaveAll));
  channel?.addEventListener("message", leave);
}
