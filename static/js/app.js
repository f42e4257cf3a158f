// Small helps on top of pages that work without any script: announcements, focus, the opened filter on wide screens.

const PAUSE_WHILE_TYPING = 1000; // milliseconds: a screen reader reads letters out first
let newestRequest = null;
let focusBefore = null;
let pendingAnnouncement = null;

/** Screen readers hear the newest text after the pause; with `visible` it is shown as well, until the next one. */
function announce(text, { visible = false, pause = 100 } = {}) {
  const announcement = document.getElementById("ansage");
  if (!announcement) return;
  announcement.classList.toggle("kern-sr-only", !visible);
  announcement.classList.toggle("ansage", visible);
  announcement.textContent = "";
  // A live region speaks only when its text changes after it was emptied.
  clearTimeout(pendingAnnouncement);
  pendingAnnouncement = setTimeout(() => (announcement.textContent = text), pause);
}

/** Wide screens have room for the filters: they start opened there, and closed above the results elsewhere. */
function openFilterWhereThereIsRoom() {
  if (!window.matchMedia("(min-width: 64rem)").matches) return;
  document.querySelectorAll("details[data-offen-wenn-breit]").forEach((details) => (details.open = true));
}

/** What had the focus has gone with the old part, or stands in a closed disclosure now. */
function isFocusLost() {
  if (!focusBefore || focusBefore === document.body) return false;
  const now = document.activeElement;
  return !now || now === document.body || now.checkVisibility?.() === false;
}

document.addEventListener("htmx:before:request", (event) => (newestRequest = event.detail.ctx));
// Answers may overtake each other: only the newest question counts.
document.addEventListener("htmx:after:request", (event) => {
  if (event.detail.ctx !== newestRequest) event.preventDefault();
});
document.addEventListener("htmx:before:swap", () => (focusBefore = document.activeElement));
document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.merken) return;
  const followedLink = event.detail.ctx.sourceElement.matches("a");
  // Morphing leaves what the visitor ticked; after a link the form says what the address says.
  if (followedLink) document.getElementById("suchformular")?.reset();
  if (followedLink || isFocusLost()) document.getElementById("trefferzahl")?.focus({ preventScroll: true });
  const isTyped = event.detail.ctx.sourceEvent?.type === "input";
  const pause = isTyped ? PAUSE_WHILE_TYPING : undefined;
  announce(document.querySelector("[data-ansage]")?.textContent.trim() ?? "", { pause });
});
// No answer at all, for example without a network. A request that a newer one replaced is no failure.
document.addEventListener("htmx:error", (event) => {
  const ctx = event.detail.ctx;
  if (!ctx || ctx !== newestRequest) return;
  const { fehlerFormular, fehlerLink } = document.getElementById("ansage")?.dataset ?? {};
  announce(ctx.sourceElement.matches("form") ? fehlerFormular : fehlerLink, { visible: true });
});
// A broken answer must not leave people before a page that does nothing: ask again, without script.
document.addEventListener("htmx:response:error", (event) => {
  const source = event.detail?.ctx?.sourceElement;
  const form = source?.closest?.("form");
  if (source?.href) location.assign(source.href);
  else if (form) form.submit();
});
// Printing needs a button only where it works.
function showPrintButtons() {
  document.querySelectorAll("[data-drucken]").forEach((button) => (button.hidden = false));
}
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-drucken]")) window.print();
});
// Two quick clicks are one wish, but a sheet may be printed twice. Whoever comes back to the page may send again.
document.addEventListener("submit", (event) => {
  const { target } = event;
  if (target.method !== "post" || event.defaultPrevented || "mehrfach" in target.dataset) return;
  if (target.dataset.gesendet) event.preventDefault();
  target.dataset.gesendet = "ja";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-gesendet]").forEach((form) => delete form.dataset.gesendet);
});
// Addresses are shared: what was left empty does not belong into them.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});
openFilterWhereThereIsRoom();
showPrintButtons();
