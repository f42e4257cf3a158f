// Goes on with the next rows by itself; without a script the button does.
window.addEventListener("load", () => document.querySelector("form[data-weiter]")?.requestSubmit());
