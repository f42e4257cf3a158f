// Writes build/static/css/portal.css: the KERN components we use, then our own style sheets, as one small file.
// Beside it intern.css, every sheet of static/css/intern/, which only staff load.
//
// KERN ships 340 KB with colours that old phones cannot read (OKLCH) and a dark mode that also reaches the printer.
// This keeps the listed components, turns every colour into hex, and makes dark mode a matter of screens only.
// Change KERN_BLOCKS when a template needs another KERN component.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { browserslistToTargets, transform } from "lightningcss";
import postcss from "postcss";

const KERN = "node_modules/@kern-ux/native/dist/kern.css";
const KERN_BLOCKS =
  /^kern-(sr-only|error|label|btn|link|form-check|form-input|fieldset|hint|table)(--|__|-|$)/;
// Themes are chosen by the browser here, and layers other than the page's own are not used.
const KERN_LEFT_OUT = /kern-(light|dark|level-|layer|icon|sr-only-mobile|list-item)|data-kern-theme|kern-dialog/;
const OWN_SHEETS = [
  ...["tokens", "grundlage", "rahmen", "bausteine", "formulare", "suche", "angebot", "fotos", "mitmachen"],
  ...["merkzettel", "fachkraefte", "pruefen", "melden", "bestaetigen", "seiten", "start", "aushang", "konto", "druck"],
];
const INTERN_SHEETS = "static/css/intern";
const OUTPUT = "build/static/css/portal.css";
const INTERN_OUTPUT = "build/static/css/intern.css";
// The oldest browsers served: none of them knows OKLCH, so each colour is written as hex.
const TARGETS = browserslistToTargets(["chrome 87", "firefox 78", "safari 12", "ios_saf 12"]);

/** Selectors of components outside KERN_BLOCKS go; the page level stays, as a plain `body`. */
function keepUsedComponents(root) {
  root.walkRules((rule) => {
    if (rule.parent.type === "atrule" && rule.parent.name === "keyframes") return;
    rule.selectors = rule.selectors.map((one) => (one.startsWith(":is(body, .kern-light") ? "body" : one));
    const kept = rule.selectors.filter((one) => {
      const classes = [...one.matchAll(/\.(kern-[\w-]+)/g)].map((match) => match[1]);
      return !KERN_LEFT_OUT.test(one) && classes.every((name) => KERN_BLOCKS.test(name));
    });
    if (kept.length) rule.selectors = kept;
    else rule.remove();
  });
}

/** Light becomes the ground everybody gets, printers too; dark follows it, on screens only. */
function limitDarkModeToScreens(root) {
  root.walkAtRules("media", (media) => {
    if (media.params === "(prefers-color-scheme: light)") media.params = "all";
    if (media.params === "(prefers-color-scheme: dark)") {
      media.params = "screen and (prefers-color-scheme: dark)";
      const light = root.nodes.find((node) => node.params === "(prefers-color-scheme: light)");
      if (light) light.after(media.remove());
    }
  });
  // Mixed colours would leave old browsers with no colour at all: tokens.css names them instead.
  root.walkDecls(/^--/, (declaration) => {
    if (declaration.value.includes("color-mix(")) declaration.remove();
  });
}

/** Custom properties nobody reads go, together with those only they read. `readElsewhere`: a sheet that reads them too. */
function dropUnusedProperties(root, readElsewhere) {
  let dropped;
  do {
    dropped = 0;
    const read = new Set();
    const collect = (one) => [...one.value.matchAll(/var\(\s*(--[\w-]+)/g)].forEach((match) => read.add(match[1]));
    root.walkDecls(collect);
    readElsewhere.walkDecls(collect);
    root.walkDecls(/^--/, (one) => {
      if (!read.has(one.prop)) {
        one.remove();
        dropped += 1;
      }
    });
  } while (dropped);
}

function dropOklchRepeats(root) {
  root.walkAtRules("supports", (rule) => {
    if (/color:\s*(lab|oklch|color)\(/.test(rule.params)) rule.remove();
  });
}

/** A template that uses a KERN class we left out would look broken: the build says so instead. */
function refuseMissingComponents() {
  for (const name of readdirSync("templates", { recursive: true }).filter((one) => one.endsWith(".html"))) {
    for (const [, used] of readFileSync(`templates/${name}`, "utf8").matchAll(/["'\s](kern-[\w-]+)/g)) {
      if (!KERN_BLOCKS.test(used)) throw new Error(`templates/${name} uses ${used}: add it to KERN_BLOCKS`);
    }
  }
}

refuseMissingComponents();
const kern = postcss.parse(readFileSync(KERN, "utf8"));
keepUsedComponents(kern);
limitDarkModeToScreens(kern);
const root = postcss.parse(kern.toString() + OWN_SHEETS.map((name) => readFileSync(`static/css/${name}.css`, "utf8")).join("\n"));
root.walkComments((comment) => comment.remove());
const internSheets = readdirSync(INTERN_SHEETS).filter((name) => name.endsWith(".css")).sort();
const intern = postcss.parse(internSheets.map((name) => readFileSync(`${INTERN_SHEETS}/${name}`, "utf8")).join("\n"));
dropUnusedProperties(root, intern);
mkdirSync("build/static/css", { recursive: true });
const notice = "/*! Enthält KERN UX (@kern-ux/native), lizenziert unter der EUPL, in Auswahl und bearbeitet */\n";
write(OUTPUT, root, notice);
write(INTERN_OUTPUT, intern, "");

/** Lowered to what TARGETS know, and without the colours only newer browsers read. */
function write(filename, sheet, notice) {
  const lowered = transform({ filename, code: Buffer.from(sheet.toString()), targets: TARGETS, minify: true });
  const hexOnly = postcss.parse(lowered.code.toString());
  dropOklchRepeats(hexOnly);
  const { code } = transform({ filename, code: Buffer.from(hexOnly.toString()), targets: TARGETS, minify: true });
  writeFileSync(filename, notice + code.toString());
  console.log(`${filename}: ${Math.round(code.length / 1024)} KiB`);
}
