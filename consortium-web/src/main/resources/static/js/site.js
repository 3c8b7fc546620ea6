// Comfort only: every page is complete without this file.
(() => {
  // Scanners type where the caret is: it comes back to the scan box unless somebody is writing elsewhere.
  const scan = document.getElementById("scan");
  if (scan) {
    addEventListener("focus", () => {
      if (document.activeElement === document.body) scan.focus();
    });
    addEventListener("keydown", event => {
      const writing = /^(INPUT|SELECT|TEXTAREA|BUTTON|A|SUMMARY)$/.test(document.activeElement.tagName);
      if (!writing && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) scan.focus();
    });
  }

  // Filters stand open beside the results where there is room for them.
  if (matchMedia("(min-width: 62rem)").matches) {
    for (const facets of document.querySelectorAll("details.facets")) facets.open = true;
  }

  // A form is sent once; coming back with the browser's button frees it again.
  addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // One box in the head of a table picks all rows.
  for (const all of document.querySelectorAll("thead .pick input")) {
    all.addEventListener("change", () => {
      for (const one of all.closest("table").querySelectorAll("tbody .pick input")) one.checked = all.checked;
    });
  }
})();
