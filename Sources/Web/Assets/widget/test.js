// Puts the web chat into the test page and shows what it answers.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  body { font: 16px/1.6 system-ui, sans-serif; overflow-wrap: anywhere; margin: 1rem }
  main { max-inline-size: 36rem; margin-inline: auto }
  label { display: grid; max-inline-size: 20rem }
  button, input { font: inherit; padding: 0.25rem 0.75rem }
`);
document.adoptedStyleSheets = [sheet];

const asked = new URLSearchParams(location.search);

const log = (...words) => {
  const line = document.createElement("li");
  line.textContent = words
    .map((one) => (typeof one === "string" ? one : JSON.stringify(one)))
    .join(" ");
  document.querySelector("#log").prepend(line);
};

const call = async (name, ...values) => {
  try {
    log(name, (await window.rapport[name](...values)) ?? "");
  } catch (fault) {
    log(name, "failed:", fault.message);
  }
};

const given = (form) =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));

for (const name of ["ready", "open", "close", "message", "unread"]) {
  document.addEventListener(`rapport:${name}`, ({ detail }) => log(`rapport:${name}`, detail ?? ""));
}

for (const button of document.querySelectorAll("[data-call]")) {
  button.addEventListener("click", () => call(button.dataset.call));
}

document.querySelector("#identify").addEventListener("submit", (event) => {
  event.preventDefault();
  call("identify", given(event.target));
});

document.querySelector("#set").addEventListener("submit", (event) => {
  event.preventDefault();
  const { attribute, value } = given(event.target);
  call("set", { [attribute]: value ?? "" });
});

if (asked.has("inbox")) {
  const script = document.createElement("script");
  script.type = "module";
  script.src = "/widget.js";
  for (const name of ["inbox", "lang", "theme", "launcher"]) {
    if (asked.has(name)) script.dataset[name] = asked.get(name);
  }
  document.head.append(script);
  document.querySelector("#state").textContent = `Inbox ${asked.get("inbox")}`;
}
