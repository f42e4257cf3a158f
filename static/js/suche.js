// The search form answers while somebody types: what is typed stays as it is, and the history keeps one entry for it.

let sentSearch = null; // as the newest request of the form asked, until something else changes the page
let isTypedAddress = false;

const isSearchForm = (ctx) => ctx?.sourceElement?.id === "suchformular";

// Leaving the field after typing asks nothing new. This has to be told before htmx stops the request under way.
document.addEventListener("htmx:config:request", (event) => {
  const { ctx } = event.detail;
  if (ctx.merken) return; // changes the list, not the search
  if (!isSearchForm(ctx)) return (sentSearch = null);
  const search = new URLSearchParams(ctx.request.body).toString();
  if (search === sentSearch) event.preventDefault();
  sentSearch = search;
});
document.addEventListener("htmx:error", (event) => {
  if (isSearchForm(event.detail.ctx) && event.detail.ctx === newestRequest) sentSearch = null;
});

// Whoever goes back wants the page before the word, not the word without its last letter.
document.addEventListener("htmx:after:request", (event) => {
  const { ctx } = event.detail;
  const isTyped = isSearchForm(ctx) && ctx.sourceEvent?.type === "input";
  if (isTyped && isTypedAddress && ctx.hx.pushurl) {
    ctx.hx.replaceurl = ctx.hx.pushurl;
    delete ctx.hx.pushurl;
  }
  isTypedAddress = isTyped;
});

// The answer belongs to what was typed some moments ago: the field somebody writes in keeps its newer letters.
document.addEventListener("htmx:before:swap", (event) => {
  const field = document.activeElement;
  if (!field?.matches?.("#suchformular input:is([type=search], [type=text])")) return;
  for (const { fragment } of event.detail.tasks) {
    const incoming = fragment?.querySelector?.(`#${CSS.escape(field.id)}`);
    incoming?.setAttribute("value", field.getAttribute("value") ?? "");
  }
});
