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
  // What is put into a list stays out of the reader's way: the answer is shown where she is.
  for (const form of document.querySelectorAll("form[data-stay]")) {
    form.addEventListener("submit", async event => {
      if (form.dataset.sent) return;
      event.preventDefault();
      try {
        const answer = await fetch(form.action, { method: "post", body: new URLSearchParams(new FormData(form)) });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const told = page.querySelector(".flash");
        if (!answer.ok || !told) throw new Error();
        document.querySelector(".flash")?.remove();
        const place = document.querySelector("main");
        place.before(document.adoptNode(told));
        told.tabIndex = -1;
        told.focus();
        const choices = page.querySelector("#keep-list"), shown = form.querySelector(".fields");
        if (choices && shown) shown.replaceWith(document.adoptNode(choices.closest(".fields")));
        for (const box of document.querySelectorAll("input[name=record]:checked")) box.checked = false;
        delete form.dataset.sent;
      } catch { form.submit(); }
    });
  }
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // One box in the head of a table picks all rows.
  for (const all of document.querySelectorAll("thead .pick input")) {
    all.addEventListener("change", () => {
      for (const one of all.closest("table").querySelectorAll("tbody .pick input")) one.checked = all.checked;
    });
  }

  // Answers by key, while somebody is in the part of the page that names the keys.
  for (const part of document.querySelectorAll("[data-keys]")) {
    part.addEventListener("keydown", event => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      const pressed = [...part.querySelectorAll("[aria-keyshortcuts]")].find(one => one.getAttribute("aria-keyshortcuts") === event.key);
      if (!pressed) return;
      event.preventDefault();
      pressed.click();
    });
  }

  // Titles, names and subjects that begin so, under the search box: arrows choose, Enter searches, Escape closes.
  for (const input of document.querySelectorAll("input[data-suggestions]")) {
    const list = input.parentElement.appendChild(document.createElement("ul"));
    let chosen = -1, asked = 0, timer;
    list.id = input.id + "-suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestions);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }))
      input.setAttribute(name, value);

    const choose = at => {
      chosen = at;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === at));
      if (at < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[at].id);
    };
    const show = found => {
      list.replaceChildren(...found.map((one, i) => {
        const option = document.createElement("li"), subject = one.kind === "SUBJECT";
        option.id = list.id + "-" + i;
        option.textContent = one.text;
        option.dataset.search = subject ? input.dataset.subject + ":\"" + one.text.replaceAll("\"", " ") + "\"" : one.text;
        option.setAttribute("role", "option");
        if (subject) option.append(" ", Object.assign(document.createElement("small"), { textContent: input.dataset.subject }));
        option.addEventListener("pointerdown", event => { event.preventDefault(); take(option); });
        return option;
      }));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", !list.hidden);
      choose(-1);
    };
    const take = option => { input.value = option.dataset.search; show([]); input.form.requestSubmit(); };
    const ask = async () => {
      const turn = ++asked, typed = input.value.trim();
      if (typed.length === 0 || typed.length > 60) return show([]);
      try {
        const answer = await fetch("/api/v1/suggestions?q=" + encodeURIComponent(typed));
        if (turn === asked && answer.ok && document.activeElement === input) show(await answer.json());
      } catch { /* a slow line: searching works without */ }
    };
    // an input method is still at work while it composes
    input.addEventListener("input", event => { clearTimeout(timer); if (!event.isComposing) timer = setTimeout(ask, 150); });
    input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
    input.addEventListener("blur", () => { asked++; clearTimeout(timer); show([]); });
    input.addEventListener("keydown", event => {
      if (list.hidden || event.isComposing) return;
      const last = list.children.length - 1;
      if (event.key === "ArrowDown") choose(chosen === last ? -1 : chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
      else if (event.key === "Escape") show([]);
      else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
      else return;
      event.preventDefault();
    });
  }
})();
