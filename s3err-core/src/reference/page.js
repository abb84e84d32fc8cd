// Sorts by a heading that is clicked. Without this the page is sorted by code, and complete.
(() => {
  const table = document.querySelector("table");
  const body = table.tBodies[0];
  const headings = Array.from(table.querySelectorAll("th[data-sort]"));
  const keys = { text: (text) => text, number: (text) => Number.parseInt(text, 10) };
  const compare = (a, b) => (a > b) - (b > a);

  const sort = (heading) => {
    const descending = heading.getAttribute("aria-sort") === "ascending";
    const keyOf = keys[heading.dataset.sort];
    const rows = Array.from(body.rows, (row) => ({ row, key: keyOf(row.cells[heading.cellIndex].textContent) }));
    rows.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)));
    headings.forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
    body.append(...rows.map(({ row }) => row));
  };

  for (const heading of headings) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  }
  table.classList.add("sortable");
})();
