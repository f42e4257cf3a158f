// Before a session ends because nobody clicks: says so, extends it, and afterwards keeps what was typed.
// Whoever writes is there: that counts as a click. Without a script the sign-in page says what has happened.
const box = document.querySelector("[data-sitzung]");
const WARNING = 300; // seconds before the end
const LAST = 60; // seconds before the end: said once more
const AGAIN = 15; // seconds until an unanswered question is asked again
let end = 0; // milliseconds since 1970
let typed = 0;
let asked = 0;
let state = "";
let dismissed = false;
let before; // what had the focus
let timer;

const isWarned = () => dismissed || state === "warnung" || state === "grenze";
const secondsLeft = () => Math.round((end - Date.now()) / 1000);

/** Asks (GET) or extends (POST). Null where nothing answers, which says nothing about the session. */
async function contact(method) {
  asked = Date.now();
  const body = method === "POST" ? new FormData(box.querySelector("form")) : undefined;
  try {
    const response = await fetch(box.dataset.sitzung, { method, body, redirect: "manual", cache: "no-store" });
    if (response.type === "opaqueredirect" || response.status === 403) return { angemeldet: false };
    if (!response.ok) return null;
    const answer = await response.json();
    if (answer.angemeldet) take(answer);
    return answer;
  } catch {
    return null;
  }
}

/** Signing in again gives every form of the session a new token: the old one would be refused. */
function take(answer) {
  end = Date.now() + 1000 * answer.sekunden;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = answer.token;
}

function show(next) {
  if (next === state) return;
  state = next;
  for (const part of box.querySelectorAll("[data-zustand]")) part.hidden = !part.dataset.zustand.split(" ").includes(next);
  box.querySelector("[data-ansage]").textContent = "";
  if (box.hidden) before = document.activeElement;
  box.hidden = false;
  box.focus(); // reads out the name and the text, once
}

function hide() {
  if (box.hidden) return;
  const hadFocus = box.contains(document.activeElement);
  box.hidden = true;
  state = "";
  if (hadFocus) before?.focus();
}

function count() {
  const time = new Date(end).toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
  const left = Math.max(secondsLeft(), 0);
  for (const field of box.querySelectorAll("[data-ende]")) field.textContent = `${time} Uhr`;
  for (const field of box.querySelectorAll("[data-rest]")) {
    field.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")} min`;
  }
  const announcement = box.querySelector("[data-ansage]");
  if (left <= LAST && !announcement.textContent) announcement.textContent = announcement.dataset.ansage;
}

function plan(seconds) {
  clearTimeout(timer);
  timer = setTimeout(check, 1000 * Math.max(seconds, 1));
}

async function extend() {
  const answer = await contact("POST");
  // Perhaps only the token was old.
  if (answer && !answer.angemeldet && (await contact("GET"))?.angemeldet) await contact("POST");
  return check();
}

/** Everything follows from how long is left, as the server says it: other windows extend the session, too. */
async function check() {
  if (state === "ende") return;
  if (secondsLeft() <= 0 || (secondsLeft() <= WARNING && !isWarned())) {
    const answer = await contact("GET");
    if (!answer) return plan(AGAIN);
    if (!answer.angemeldet) return show("ende");
    if (secondsLeft() <= 0) return plan(AGAIN);
    if (secondsLeft() <= WARNING && typed > Date.now() - 1000 * WARNING) {
      typed = 0;
      return extend();
    }
  }
  if (secondsLeft() > WARNING) {
    dismissed = false;
    if (state !== "wieder") hide();
    return plan(secondsLeft() - WARNING);
  }
  if (!dismissed) {
    show(state === "grenze" ? "grenze" : "warnung");
    count();
  }
  plan(1);
}

async function stay() {
  await extend();
  if (state === "warnung" && secondsLeft() <= WARNING) show("grenze"); // the day's end does not move
}

/** Somebody comes back to this window, perhaps from signing in in another one. */
async function comeBack() {
  if (document.visibilityState !== "visible" || Date.now() - asked < 1000) return;
  const answer = await contact("GET");
  if (!answer) return;
  if (!answer.angemeldet) return show("ende");
  if (state !== "ende") return check();
  show("wieder");
  plan(secondsLeft() - WARNING);
}

/** A form sent without a session would be lost: it waits in the page. */
async function hold(event) {
  const own = event.target === box.querySelector("form");
  if (!own && state !== "ende" && secondsLeft() > 0) return;
  event.preventDefault();
  if (own) return stay();
  event.stopImmediatePropagation();
  const answer = await contact("GET");
  if (!answer?.angemeldet) {
    show(answer ? "ende" : "stoerung");
    return box.focus();
  }
  hide();
  event.target.requestSubmit(event.submitter);
}

function note() {
  typed = Date.now();
  if (state === "warnung") stay();
}

if (box) {
  end = Date.now() + 1000 * Number(box.dataset.sekunden);
  document.addEventListener("input", note);
  document.addEventListener("submit", hold, true);
  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);
  box.querySelector("[data-schliessen]").addEventListener("click", () => {
    dismissed = true;
    hide();
  });
  plan(secondsLeft() - WARNING);
}
