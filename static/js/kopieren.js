// "Text kopieren": puts the plain text of one offer, or of all on the page, on the clipboard. Nothing leaves the browser.
// The buttons come hidden: they are shown wherever this script runs and the browser can write to the clipboard.

function showCopyButtons() {
  if (!window.isSecureContext || !navigator.clipboard) return;
  document.querySelectorAll("[data-kopieren]").forEach((button) => (button.hidden = false));
}

/** A button without a text of its own stands for all of them. */
function collectText(button) {
  const own = button.dataset.kopieren;
  if (own) return own;
  const texts = [...document.querySelectorAll("[data-kopieren]")].map((one) => one.dataset.kopieren);
  return texts.filter(Boolean).join("\n\n");
}

async function copyText(button) {
  const { erfolg, fehler } = button.dataset;
  try {
    await navigator.clipboard.writeText(collectText(button));
    announce(erfolg, { visible: true });
  } catch {
    announce(fehler, { visible: true });
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-kopieren]");
  if (button) copyText(button);
});
showCopyButtons();
// A page that was morphed in brings its buttons hidden, as they come from the server.
document.addEventListener("htmx:after:swap", showCopyButtons);
