// On a phone each row of a table becomes a card whose cells say their column; the style sheet lays it out. The parts keep
// their names for screen readers, since a table that is laid out otherwise stops being one in some browsers. Tables to
// compare figures in stay tables: the gaps, the Kieze side by side, and those of a report. Without a script all do.
const PARTS = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

function makeCards(table) {
  const [headRow] = table.tHead.rows;
  const names = [...headRow.cells].map((cell) => cell.textContent.trim());
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, td")]) {
    part.setAttribute("role", PARTS[part.tagName]);
  }
  for (const cell of headRow.cells) cell.setAttribute("role", "columnheader");
  for (const row of table.tBodies[0].rows) {
    for (const cell of row.cells) {
      if (cell.tagName === "TH") cell.setAttribute("role", "rowheader");
      else cell.dataset.spalte = names[cell.cellIndex];
    }
  }
  table.parentElement.classList.add("intern-tabelle--karten");
}

for (const table of document.querySelectorAll(".intern-tabelle:not(.luecken) > table")) {
  const isPlain = table.tHead?.rows.length === 1 && table.tBodies.length === 1 && !table.querySelector("[colspan]");
  if (isPlain && !table.closest(".bericht-tabelle")) makeCards(table);
}
