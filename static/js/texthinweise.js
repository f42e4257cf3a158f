// While an offer is typed: what the text checks say. Without a script the page says it after saving.
const region = document.querySelector("[data-texthinweise]");
const form = region?.closest("form");
const announcement = document.getElementById("texthinweise-ansage");
const WAIT = 700; // milliseconds without a letter
let timer;
let running;
let said = region?.querySelector(".texthinweise-zahl")?.textContent.trim();
let waiting; // an answer that came while the reader was inside the old one

/** Texts and choices alone; files stay where they are. */
function readForm() {
  const values = new FormData(form);
  for (const [name, value] of [...values]) if (value instanceof File) values.delete(name);
  return values;
}

/** A short link under each field that has hints, since the list stands far above. */
function linkFields() {
  form.querySelectorAll(".texthinweis").forEach((link) => link.remove());
  for (const heading of region.querySelectorAll("[data-feld^='id_']")) {
    const field = document.getElementById(heading.dataset.feld);
    if (!field) continue;
    const link = document.createElement("a");
    link.className = "texthinweis";
    link.href = `#${heading.id}`;
    link.textContent = heading.dataset.kurz;
    (field.closest(".flex-container") ?? field).after(link);
  }
}

/** The reader is inside what would be replaced. */
function isRead() {
  return region.contains(document.activeElement) || document.activeElement.matches(".texthinweis");
}

function show(html) {
  waiting = isRead() ? html : undefined;
  if (waiting || region.innerHTML.trim() === html) return;
  region.innerHTML = html;
  region.closest("[hidden]")?.removeAttribute("hidden");
  linkFields();
  const number = region.querySelector(".texthinweise-zahl").textContent.trim();
  if (number !== said) announcement.textContent = number; // the number alone, and only a new one
  said = number;
}

async function ask() {
  running?.abort();
  running = new AbortController();
  try {
    const options = { method: "POST", body: readForm(), signal: running.signal };
    const response = await fetch(region.dataset.texthinweise, options);
    // Whoever is signed out is led to another page, which is no answer.
    if (response.ok && !response.redirected) show((await response.text()).trim());
  } catch (error) {
    if (error.name !== "AbortError") running = undefined; // the network: the next letter asks again
  }
}

if (form) {
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
  }
  form.addEventListener("focusout", () => setTimeout(() => waiting && show(waiting)));
  linkFields();
}
