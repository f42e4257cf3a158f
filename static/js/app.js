// Small helps on top of pages that work without any script: announcements, focus, the opened filter on wide screens.

const announcement = document.getElementById("ansage");

/** Screen readers hear what changed: the first [data-ansage] inside the swapped part. */
function announceChange() {
  const source = document.querySelector("[data-ansage]");
  if (!announcement || !source) return;
  announcement.textContent = "";
  // A live region speaks only when its text changes after it was emptied.
  setTimeout(() => (announcement.textContent = source.textContent.trim()), 100);
}

/** Wide screens have room for the filters: they start opened there, and closed above the results elsewhere. */
function openFilterWhereThereIsRoom() {
  if (!window.matchMedia("(min-width: 64rem)").matches) return;
  document.querySelectorAll("details[data-offen-wenn-breit]").forEach((details) => (details.open = true));
}

document.addEventListener("htmx:after:swap", announceChange);
// A broken answer must not leave people before a page that does nothing: ask again, without script.
document.addEventListener("htmx:response:error", (event) => {
  const source = event.detail?.ctx?.sourceElement;
  const form = source?.closest?.("form");
  if (form) form.submit();
  else if (source?.href) location.assign(source.href);
});
// Addresses are shared: what was left empty does not belong into them.
document.addEventListener("formdata", (event) => {
  if (event.target.method !== "get") return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});
openFilterWhereThereIsRoom();
