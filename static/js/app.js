// Small helps on top of pages that work without any script: announcements, focus, the opened filter on wide screens.

const announcement = document.getElementById("ansage");
let newestRequest = null;
let focusBefore = null;

/** Screen readers hear the text; with `visible` it is shown as well, until the next one. */
function announce(text, { visible = false } = {}) {
  if (!announcement) return;
  announcement.classList.toggle("kern-sr-only", !visible);
  announcement.classList.toggle("ansage", visible);
  announcement.textContent = "";
  // A live region speaks only when its text changes after it was emptied.
  setTimeout(() => (announcement.textContent = text), 100);
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
document.addEventListener("htmx:before:swap", () => (focusBefore = document.activeElement));
document.addEventListener("htmx:after:swap", (event) => {
  const followedLink = event.detail.ctx.sourceElement.matches("a");
  // Morphing leaves what the visitor ticked; after a link the form says what the address says.
  if (followedLink) document.getElementById("suchformular")?.reset();
  if (followedLink || isFocusLost()) document.getElementById("trefferzahl")?.focus({ preventScroll: true });
  announce(document.querySelector("[data-ansage]")?.textContent.trim() ?? "");
});
// No answer at all, for example without a network. A request that a newer one replaced is no failure.
document.addEventListener("htmx:error", (event) => {
  const ctx = event.detail.ctx;
  if (!ctx || ctx !== newestRequest) return;
  const { fehlerFormular, fehlerLink } = announcement?.dataset ?? {};
  announce(ctx.sourceElement.matches("form") ? fehlerFormular : fehlerLink, { visible: true });
});
// A broken answer must not leave people before a page that does nothing: ask again, without script.
document.addEventListener("htmx:response:error", (event) => {
  const source = event.detail?.ctx?.sourceElement;
  const form = source?.closest?.("form");
  if (source?.href) location.assign(source.href);
  else if (form) form.submit();
});
// Addresses are shared: what was left empty does not belong into them.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});
openFilterWhereThereIsRoom();
