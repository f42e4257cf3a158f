// The shortlist changes without leaving the place: the whole page comes anew, since each of its links carries the list.

const pendingButtons = new Set(); // ids: a double click is one wish
let newestChange = Promise.resolve();

const readList = (address) => new URL(address, location.href).searchParams.getAll("id").filter(Boolean).join();

/**
 * Asks for the page with the changed list, when all changes before it are done, so that none is overwritten. A search
 * sent in between may take its place: then it asks once more, from the page that came instead.
 */
async function changeList(id, { again = true } = {}) {
  const link = document.getElementById(id);
  if (!link?.href) return;
  const { href, hash } = link;
  const said = link.dataset.merken;
  await htmx.ajax("GET", link.getAttribute("href"), {
    source: link,
    target: "body",
    swap: "outerMorph show:none",
    headers: { "HX-Request": "false" }, // a page, not a part of one
    merken: true,
  });
  if (readList(document.getElementById("menue-merkzettel").href) !== readList(href)) {
    if (again) await changeList(id, { again: false });
    return; // without an answer the page is the old one; what went wrong has been said already
  }
  history.replaceState(history.state, "", href.split("#")[0]);
  const next = document.getElementById(id) ?? document.getElementById(hash.slice(1)) ?? document.querySelector("main h1");
  if (!next.matches("a")) next.tabIndex = -1;
  next.focus({ preventScroll: next.id === id }); // a button that is gone leaves nothing there to keep in place
  announce(said);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-merken]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (pendingButtons.has(link.id)) return;
  pendingButtons.add(link.id);
  newestChange = newestChange
    .then(() => changeList(link.id))
    .catch(() => location.assign(link.href))
    .finally(() => pendingButtons.delete(link.id));
});
// An emptied list leaves no entry in the history of a shared computer.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-ersetzen]");
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
});
