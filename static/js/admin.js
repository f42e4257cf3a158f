// Mends what Django's admin scripts leave without a name for screen readers. Everything works without it.

/** Select2 draws its own combobox and forgets the label of the select behind it. */
function nameCombobox(select) {
  const combobox = select.parentElement?.querySelector(".select2-selection[role=combobox]");
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  if (!combobox || !label) return;
  label.id ||= `${select.id}_label`;
  const value = combobox.getAttribute("aria-labelledby") ?? "";
  combobox.setAttribute("aria-labelledby", `${label.id} ${value}`.trim());
  // Where several may be chosen, the field to type into is another one, and it is the one with the focus.
  combobox.querySelector("[role=textbox], [role=searchbox]")?.setAttribute("aria-labelledby", label.id);
}

/** Django numbers names and ids of an added row, but not what refers to them. */
function numberReferences(row) {
  const number = row.id.split("-").pop();
  for (const attribute of ["aria-describedby", "aria-labelledby"]) {
    row.querySelectorAll(`[${attribute}*=__prefix__]`).forEach((element) => {
      element.setAttribute(attribute, element.getAttribute(attribute).replaceAll("__prefix__", number));
    });
  }
}

// Its sign to clear everything stands inside a list without being an item; every value has a sign of its own anyway.
document.querySelectorAll("select.admin-autocomplete[multiple]").forEach((select) => {
  select.dataset.allowClear = "false";
});
document.addEventListener("formset:added", (event) => {
  numberReferences(event.target);
  // The button stands below the new row: without this, the way to its fields leads back through all of them.
  event.target.querySelector("input:not([type=hidden]), select, textarea")?.focus();
});
// jQuery calls back in the order of asking: the comboboxes of Django's autocomplete.js are drawn by then.
window.django?.jQuery?.(() => document.querySelectorAll(".admin-autocomplete").forEach(nameCombobox));
window.addEventListener("load", () => {
  // Django's change_form.js puts the focus on the first field, also where mistakes have to be read first.
  document.getElementById("fehlerliste")?.focus();
  // Django names these signs, but a span has no role that could carry a name.
  document.querySelectorAll("span.help-tooltip[aria-label]").forEach((sign) => sign.setAttribute("role", "img"));
});
