// "Mein Standort": asks the browser, rounds, and writes the name of the nearest stop into the field "Nah bei".
// Where somebody is goes into one request only; what is sent with the form afterwards is the name of a stop.

const DECIMALS = 3; // about 100 metres: enough for the nearest stop, too little for a door
const PATIENCE = { timeout: 20_000, maximumAge: 60_000 }; // milliseconds
let sentenceForResult = "";

/** The button comes hidden: it is shown wherever this script runs and the browser can answer. */
function showStandort(part) {
  const button = part?.querySelector?.("#f-standort");
  if (button && window.isSecureContext && "geolocation" in navigator) button.hidden = false;
}

function askBrowser() {
  return new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject, PATIENCE));
}

async function askStop(address, { latitude, longitude }) {
  const query = new URLSearchParams({ lat: latitude.toFixed(DECIMALS), lon: longitude.toFixed(DECIMALS) });
  const answer = await fetch(`${address}?${query}`, { headers: { Accept: "application/json" }, cache: "no-store" });
  return answer.json();
}

/** htmx changes the page in place; without it the form is sent as ever. */
function search(field, name, sentence) {
  announce(sentence, { visible: true });
  if (field.value === name) return; // this is what the page shows already
  field.value = name;
  if (!window.htmx) return field.form.requestSubmit();
  sentenceForResult = sentence;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** The answer announces how many hits there are: the place is said together with them, or nobody would hear it. */
function announceResult() {
  if (!sentenceForResult) return;
  const number = document.querySelector("[data-ansage]")?.textContent.trim() ?? "";
  announce(`${sentenceForResult} ${number}`.trim(), { visible: true });
  sentenceForResult = "";
}

async function findStandort(button) {
  const words = button.dataset;
  const field = document.getElementById("f-nah");
  button.setAttribute("aria-disabled", "true"); // `disabled` would take the focus away
  announce(words.fragt, { visible: true });
  try {
    const position = await askBrowser();
    const { name, meldung } = await askStop(words.adresse, position.coords);
    if (name) search(field, name, words.gefunden.replace("%s", name));
    else announce(meldung, { visible: true });
  } catch (error) {
    const denied = window.GeolocationPositionError && error instanceof GeolocationPositionError;
    if (!denied) announce(words.fehler, { visible: true });
    else announce(error.code === error.PERMISSION_DENIED ? words.abgelehnt : words.unbekannt, { visible: true });
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#f-standort");
  if (button && !button.hasAttribute("aria-disabled")) findStandort(button);
});
// Shown before it comes into the page: a focused button that is hidden for a moment loses the focus.
document.addEventListener("htmx:before:swap", (event) => {
  for (const { fragment } of event.detail.tasks) showStandort(fragment);
});
document.addEventListener("htmx:after:swap", announceResult); // after app.js, whose announcement it replaces
showStandort(document);
