// "Mein Standort": asks the browser, rounds, and writes the name of the nearest stop into the field "Nah bei".
// Where somebody is goes into one request only; what is sent with the form afterwards is the name of a stop.

const DECIMALS = 3; // about 100 metres: enough for the nearest stop, too little for a door
const PATIENCE = { timeout: 20_000, maximumAge: 60_000 }; // milliseconds

/** A new part of the page brings a hidden button: it is shown wherever this script runs and the browser can answer. */
function showStandort() {
  const button = document.getElementById("f-standort");
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
function search(field, name) {
  field.value = name;
  if (window.htmx) field.dispatchEvent(new Event("change", { bubbles: true }));
  else field.form.requestSubmit();
}

async function findStandort(button) {
  const words = button.dataset;
  const field = document.getElementById("f-nah");
  button.disabled = true;
  announce(words.fragt, { visible: true });
  try {
    const position = await askBrowser();
    const { name, meldung } = await askStop(words.adresse, position.coords);
    announce(name ? words.gefunden.replace("%s", name) : meldung, { visible: true });
    if (name) search(field, name);
  } catch (error) {
    const denied = window.GeolocationPositionError && error instanceof GeolocationPositionError;
    if (!denied) announce(words.fehler, { visible: true });
    else announce(error.code === error.PERMISSION_DENIED ? words.abgelehnt : words.unbekannt, { visible: true });
  } finally {
    button.disabled = false;
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#f-standort");
  if (button) findStandort(button);
});
document.addEventListener("htmx:after:swap", showStandort);
showStandort();
