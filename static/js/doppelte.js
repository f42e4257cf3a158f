// While an offer is typed: asks whether there is one like it already. Without a script the form asks when it is sent.
const region = document.querySelector("[data-doppelte]");
const fields = ["titel", "telefon", "web", "ort"].map((name) => document.getElementById(`id_${name}`)).filter(Boolean);
let timer;
let running;

async function ask() {
  running?.abort();
  running = new AbortController();
  const query = new URLSearchParams(fields.map((field) => [field.name, field.value]));
  try {
    const response = await fetch(`${region.dataset.doppelte}?${query}`, { signal: running.signal });
    if (!response.ok) return;
    const text = (await response.text()).trim();
    if (region.innerHTML.trim() !== text) region.innerHTML = text; // said again only when it is different
  } catch (error) {
    if (error.name !== "AbortError") region.textContent = "";
  }
}

if (region) {
  for (const field of fields) {
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 600);
    });
  }
}
