// Sorts each table by a heading that is clicked, hides what does not match, and copies links to errors. Without this
// the page is complete.
(() => {
  const compare = (a, b) => (a > b) - (b > a);
  const keys = { text: (text) => text, number: (text) => Number.parseInt(text, 10) };
  const errors = Array.from(document.querySelectorAll("tbody"));

  const sort = (table, heading) => {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    const keyOf = (body) => keys[heading.dataset.sort](body.rows[0].cells[heading.cellIndex].textContent);
    const bodies = Array.from(table.tBodies, (body) => ({ body, key: keyOf(body) }));
    bodies.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
    table.querySelectorAll("[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    table.append(...bodies.map(({ body }) => body));
  };

  const copyButton = (error) => {
    const link = `${location.href.split("#")[0]}#${error.id}`;
    const made = button(["Copy link"], () =>
      navigator.clipboard.writeText(link).then(
        () => say("Copied"),
        () => location.assign(link), // not allowed: it can be copied from the address
      ),
    );
    const say = (what) => {
      made.textContent = what;
      setTimeout(() => { made.textContent = "Copy link"; }, 2000);
    };
    made.setAttribute("aria-description", error.id);
    return made;
  };

  const button = (label, click) => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(...label);
    made.addEventListener("click", () => click(made));
    return made;
  };

  for (const table of document.querySelectorAll("table")) {
    for (const heading of table.querySelectorAll("th[data-sort]")) {
      heading.append(button(Array.from(heading.childNodes), () => sort(table, heading)));
    }
    table.classList.add("sortable");
  }

  if (navigator.clipboard) {
    for (const error of errors) {
      error.querySelector(".response td").append(copyButton(error));
    }
  }

  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = "Filter";
  field.setAttribute("aria-label", "Filter the errors");
  const count = document.createElement("output");
  const pressed = new Set();

  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const error of errors) {
      const text = error.rows[0].textContent.toLowerCase();
      const ofStatus = pressed.size === 0 || pressed.has(error.dataset.status);
      error.hidden = !(ofStatus ? words.every((word) => text.includes(word)) : false);
      shown += error.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll("section")) {
      const table = section.querySelector("table");
      section.hidden = table ? Array.from(table.tBodies).every((body) => body.hidden) : false;
    }
    count.value = shown === errors.length ? `${shown} errors` : `${shown} of ${errors.length} errors`;
  };

  const chip = (status) => button([status], (made) => {
    if (!pressed.delete(status)) pressed.add(status);
    made.setAttribute("aria-pressed", String(pressed.has(status)));
    filter();
  });

  field.addEventListener("input", filter);
  const statuses = Array.from(new Set(errors.map((error) => error.dataset.status))).sort();
  const chips = statuses.map(chip);
  chips.forEach((made) => made.setAttribute("aria-pressed", "false"));
  document.querySelector("#tools").append(field, ...chips, count);
  filter();

  // A link to an error that is hidden shows it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[hidden]")) return;
    field.value = "";
    pressed.clear();
    chips.forEach((made) => made.setAttribute("aria-pressed", "false"));
    filter();
    target.scrollIntoView();
  };
  window.addEventListener("hashchange", reveal);
})();
