// Rapport's web chat (Docs/Widget.md): `Store` remembers, `Chat` talks, `RapportChat` shows.

const server = new URL(import.meta.url).origin;
const ignore = () => {};

const catalogue = {
  en: {
    chat: "Chat", close: "Close chat", write: "Write a message…",
    send: "Send", attach: "Attach files", remove: "Remove", retry: "Try again",
    sending: "Sending…", seen: "Seen", failed: "Not sent.", you: "You",
    typing: "{name} is typing…", offline: "No connection. Trying…",
    reply: "Usually replies within {time}",
    away: "We are away. Write to us: we answer when we are back.",
    leave: "How can we reach you later?", name: "Name", email: "Email",
    save: "Save", skip: "Not now", sound: "Sound", unread: "New messages: {count}",
  },
  fa: {
    chat: "گفت‌وگو", close: "بستن گفت‌وگو", write: "پیامی بنویسید…",
    send: "فرستادن", attach: "پیوست پرونده", remove: "برداشتن", retry: "تلاش دوباره",
    sending: "در حال فرستادن…", seen: "دیده شد", failed: "فرستاده نشد.", you: "شما",
    typing: "{name} در حال نوشتن است…", offline: "اتصال برقرار نیست…",
    reply: "معمولاً در {time} پاسخ می‌دهیم",
    away: "اکنون نیستیم. بنویسید؛ وقتی برگردیم پاسخ می‌دهیم.",
    leave: "بعداً چگونه با شما تماس بگیریم؟", name: "نام", email: "ایمیل",
    save: "ذخیره", skip: "اکنون نه", sound: "صدا", unread: "پیام‌های تازه: {count}",
  },
  el: {
    chat: "Συνομιλία", close: "Κλείσιμο συνομιλίας",
    write: "Γράψτε ένα μήνυμα…", send: "Αποστολή", attach: "Επισύναψη αρχείων",
    remove: "Αφαίρεση", retry: "Νέα προσπάθεια", sending: "Αποστολή…", seen: "Διαβάστηκε",
    failed: "Δεν στάλθηκε.", you: "Εσείς", typing: "{name}: πληκτρολογεί…",
    offline: "Δεν υπάρχει σύνδεση…",
    reply: "Συνήθως απαντάμε μέσα σε {time}",
    away: "Λείπουμε. Γράψτε μας: θα απαντήσουμε μόλις επιστρέψουμε.",
    leave: "Πώς θα σας βρούμε αργότερα;", name: "Όνομα", email: "Email",
    save: "Αποθήκευση", skip: "Όχι τώρα", sound: "Ήχος", unread: "Νέα μηνύματα: {count}",
  },
};

/** Where storage is denied or full, this page's memory. */
class Store {
  constructor(inbox) {
    this.prefix = `rapport:${inbox}:`;
    this.area = {};
    try {
      this.area = localStorage ?? {};
    } catch {}
  }

  get(name) {
    return JSON.parse(this.area[this.prefix + name] ?? null);
  }

  set(name, value) {
    const slot = this.prefix + name;
    const text = JSON.stringify(value);
    if (value == null) delete this.area[slot];
    else {
      try {
        this.area[slot] = text;
      } catch {
        this.area = { ...this.area, [slot]: text };
      }
    }
  }

  names(start) {
    const { prefix } = this;
    const names = Object.keys(this.area).filter((name) => name.startsWith(prefix + start));
    return names.map((name) => name.slice(prefix.length)).sort();
  }
}

async function ask(path, { token, json, body, headers, signal, method } = {}) {
  const response = await fetch(`${server}/widget/v1/${path}`, {
    method: method ?? (json || body ? "POST" : "GET"),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(json && { "Content-Type": "application/json" }),
      ...headers,
    },
    body: json ? JSON.stringify(json) : body,
    credentials: "omit",
    signal: signal ?? AbortSignal.timeout(20_000),
  });
  if (response.ok) return response;
  const { status } = response;
  const problem = await response.json().catch(ignore);
  // Errors without a status are the line's.
  throw Object.assign(new Error(problem?.detail ?? status), {
    status,
    rest: Math.min(response.headers.get("Retry-After"), 600) * 1000,
    final: status < 500 && status !== 408 && status !== 429,
  });
}

const askJSON = async (...request) => (await ask(...request)).json();

/** The complete events of a stream; what a cut leaves half-written is dropped. */
async function* eventsOf(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    heard();
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const fields = block.split("\n").map((line) => line.split(/: ?(.*)/, 2));
      const event = Object.fromEntries(fields);
      if (event.event) yield event; // else a heartbeat
    }
  }
}

/** Ends early with the line's return, unless the server said how long. */
function pause({ rest = 0 }, tries, signal) {
  // Spread: clients whose server was away must not return together.
  const back = Math.min(30_000, 1000 * 2 ** tries) * (0.5 + Math.random() / 2);
  return new Promise((resolve) => {
    setTimeout(resolve, rest + back);
    signal.addEventListener("abort", resolve);
    if (!rest) addEventListener("online", resolve, { once: true });
  });
}

/** Identifiers grow with time and are too long for numbers. */
const compare = (a, b) => a.length - b.length || (a > b) - (a < b);
const reaches = (mark, id) => mark && compare(mark, id) >= 0;
const later = (a, b) => (b && !reaches(a, b) ? b : a);

/**
 * Tabs share it: the store holds token and outbox, locks let one tab listen and one send, a channel
 * tells the others. Without these each does all, which the messages' keys make harmless.
 */
class Chat {
  online = true;
  leads = false;
  over = new AbortController();
  #session = new AbortController();
  #messages = new Map();
  #position;
  #loaded;
  #lastLoaded = 0;
  #lastHeard = 0;
  #lastTyped = 0;
  #flushing = false;

  constructor(key, store, language, change, arrive) {
    Object.assign(this, { key, store, language, change, arrive });
  }

  get token() {
    return this.store.get("token");
  }

  get messages() {
    return [...this.#messages.values()].sort((a, b) => compare(a.id, b.id));
  }

  get outbox() {
    return this.store.names("out:").map((slot) => this.store.get(slot)).filter(Boolean);
  }

  get unread() {
    return this.messages.filter((one) => one.kind === "reply" && !reaches(this.read, one.id));
  }

  async start() {
    this.#join();
    const wake = () => {
      this.change();
      if (!document.hidden) this.#wake();
    };
    addEventListener("online", wake, this.over);
    document.addEventListener("visibilitychange", wake, this.over);
    if (this.token) this.#connect();
    this.#sendClaim();
    this.#flush();
    await this.refresh();
  }

  stop() {
    this.over.abort();
    this.#session.abort();
    this.channel?.close();
  }

  async refresh() {
    this.inbox = await this.#insist(() => askJSON(`inboxes/${this.key}`));
    this.change();
  }

  async #visitor() {
    if (!this.token) {
      await this.#alone("visitor", async () => {
        if (this.token) return;
        const json = { inbox: this.key, language: this.language, page: location.href };
        this.#adopt((await askJSON("visitors", { json })).token);
      });
    }
    await this.#sendClaim();
    return this.token;
  }

  #adopt(token) {
    this.store.set("token", token);
    this.#tell({ kind: "token", token });
    this.#connect();
  }

  async #sendClaim() {
    const json = this.store.get("claim");
    const { token } = this;
    if (!json || !token) return;
    try {
      await ask("visitor", { method: "PATCH", token, json });
    } catch (fault) {
      if (!fault.final || fault.status === 401) return; // goes with the next message
      console.warn("rapport:", fault.message);
    }
    if (JSON.stringify(json) === JSON.stringify(this.store.get("claim"))) {
      this.store.set("claim", null);
    }
  }

  claim(more) {
    const claim = this.store.get("claim");
    const attributes = { ...claim?.attributes, ...more.attributes };
    this.store.set("claim", { ...claim, ...more, attributes });
    if (more.email) this.store.set("known", true);
    this.change();
    return this.#sendClaim();
  }

  async identify(who) {
    const { id, email, name, signature } = who;
    const said = JSON.stringify(who);
    const before = this.store.get("identity");
    if (before === said && this.token) return Boolean(signature);
    const known = before && JSON.parse(before).id;
    if (known && known !== id) this.forget();
    if (!signature) this.claim({ email, name });
    // Not while a message is on its way: its key must be judged under one token.
    return this.#alone("outbox", () =>
      this.#insist(async () => {
        const token = await this.#visitor();
        const options = { method: "PATCH", token, json: who };
        const answer = signature ? await askJSON("visitor", options) : { proved: false };
        this.store.set("identity", said);
        if (email) this.store.set("known", true);
        if (answer.token && answer.token !== token) {
          this.#clear();
          this.#adopt(answer.token);
          await this.#loaded; // tells which messages of the outbox have arrived
        }
        return answer.proved;
      }),
    );
  }

  /** For log-out: nothing of the visitor stays in this browser. */
  forget() {
    this.#tell({ kind: "forget" });
    this.#drop("");
  }

  #drop(start) {
    for (const name of this.store.names(start)) if (name !== "sound") this.store.set(name, null);
    this.#session.abort();
    this.#clear();
  }

  #lose(token) {
    if (this.token !== token) return;
    this.store.set("identity", null);
    this.#drop("token");
  }

  #clear() {
    this.#messages.clear();
    this.#position = this.older = this.seen = this.read = this.typist = null;
    this.change();
  }

  /** From here on it is sent, whatever comes. */
  send(text, attachments) {
    const key = [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(36)).join("");
    const last = Number(this.store.names("out:").pop()?.split(":")[1] ?? 0);
    const at = Math.max(Date.now(), last + 1);
    // A slot of its own: tabs never overwrite each other's.
    this.put({ slot: `out:${at}:${key}`, key, text, attachments, page: location.href, at });
    this.#flush();
  }

  put(entry, value = entry) {
    this.store.set(entry.slot, value);
    this.#tell({ kind: "outbox" });
    this.change();
  }

  retry(entry) {
    this.put({ ...entry, fault: null });
    this.#flush();
  }

  async #flush() {
    const next = () => !this.over.signal.aborted && this.outbox.find((entry) => !entry.fault);
    if (this.#flushing || !next()) return;
    this.#flushing = true;
    const sendAll = async () => {
      for (let entry, lost; (entry = next()); ) {
        try {
          await this.#insist(() => this.#sendOne(entry));
        } catch (fault) {
          if (fault.status === 401 && !lost) {
            this.#lose(this.token);
            lost = true;
          } else if (fault.final) this.put({ ...entry, fault: fault.message });
        }
      }
      this.#flushing = false; // while the lock is held: no message falls between
    };
    this.#alone("outbox", sendAll).catch(ignore);
  }

  async #sendOne({ slot, key, text, attachments, page }) {
    const token = await this.#visitor();
    if (!this.store.get(slot)) return;
    const response = await askJSON("messages", {
      token,
      json: { text, attachments: attachments.map((one) => one.id), page },
      headers: { "Idempotency-Key": key },
    });
    if (!this.store.get(slot)) return;
    this.#handle({ event: "message", data: JSON.stringify({ ...response, key }) }, true);
  }

  upload(body, signal) {
    const headers = { "Content-Type": body.type || "application/octet-stream" };
    const path = `attachments?name=${encodeURIComponent(body.name)}`;
    const attempt = async () =>
      askJSON(path, { token: await this.#visitor(), body, headers, signal });
    return this.#insist(attempt, signal, 3);
  }

  async download({ id }) {
    return (await ask(`attachments/${id}`, { token: this.token })).blob();
  }

  typed() {
    const { token } = this;
    if (!token || Date.now() - this.#lastTyped < 3000) return;
    this.#lastTyped = Date.now();
    ask("typing", { token, json: {} }).catch(ignore);
  }

  markRead() {
    const message = this.unread.pop()?.id;
    if (!message) return;
    this.read = message;
    this.#tell({ kind: "read", message });
    const { token } = this;
    const attempt = () => ask("read", { method: "PUT", token, json: { message } });
    this.#insist(attempt, this.#session.signal).catch(ignore);
    this.change();
  }

  #take(message) {
    const sent = message.key && this.outbox.find((entry) => entry.key === message.key);
    if (sent) this.store.set(sent.slot, null);
    const known = this.#messages.has(message.id);
    this.#messages.set(message.id, message);
    return !known;
  }

  #handle(event, telling) {
    if (telling) this.#tell({ kind: "event", event });
    const value = JSON.parse(event.data ?? "{}");
    if (event.event === "message") {
      if (value.kind === "reply") this.typist = null;
      if (this.#take(value)) this.arrive(value);
    } else if (event.event === "read") this.seen = later(this.seen, value.readByTeam);
    else if (event.event === "typing") {
      const typist = (this.typist = value);
      setTimeout(() => {
        if (this.typist === typist) this.typist = null;
        this.change();
      }, 6000);
    } else if (event.event === "availability" && this.inbox) Object.assign(this.inbox, value);
    else if (event.event === "reset") this.#load(this.#session.signal, true).catch(ignore);
    if (event.id) this.#position = event.id; // only now: what was not handled comes again
    this.change();
  }

  async #load(signal, afresh, cursor) {
    const { token } = this;
    const before = cursor ? `&before=${encodeURIComponent(cursor)}` : "";
    const path = `messages?limit=30${before}`;
    const window = await this.#insist(() => askJSON(path, { token }), signal);
    if (signal.aborted) return;
    const first = window.items[0]?.id;
    const gap = !window.items.some((one) => this.#messages.has(one.id));
    if (!cursor && (afresh || gap)) {
      // Not the newer ones: the stream may be ahead of this window.
      for (const id of this.#messages.keys()) {
        if (first && compare(id, first) < 0) this.#messages.delete(id);
      }
    }
    if (cursor || afresh || gap || !this.#position) this.older = window.next;
    for (const message of window.items) this.#take(message);
    this.#lastLoaded = Date.now();
    if (afresh || !this.#position) this.#position = window.position;
    this.seen = later(this.seen, window.readByTeam);
    this.read = later(this.read, window.readByVisitor);
    this.change();
  }

  loadOlder() {
    return this.#load(this.#session.signal, false, this.older);
  }

  async #connect() {
    this.#session.abort();
    const { signal } = (this.#session = new AbortController());
    const { token } = this;
    try {
      await (this.#loaded = this.#load(signal));
      const listen = () => this.#listen(token, signal);
      // Without the channel the waiting tabs would hear nothing.
      await (this.channel ? this.#alone("stream", listen, signal) : listen());
    } catch (fault) {
      if (fault.status === 401) this.#lose(token);
    }
    this.leads = false;
  }

  #listen(token, signal) {
    this.leads = true;
    return this.#insist(async (state) => {
      const cut = (this.cut = new AbortController());
      const end = () => cut.abort();
      signal.addEventListener("abort", end, cut);
      let timer;
      const heard = () => {
        this.#lastHeard = Date.now();
        clearTimeout(timer);
        timer = setTimeout(end, 40_000); // the heartbeat comes every 15 s
      };
      try {
        heard();
        const headers = this.#position && { "Last-Event-ID": this.#position };
        const { body } = await ask("stream", { token, headers, signal: cut.signal });
        state.tries = 0;
        this.#setOnline(true);
        for await (const event of eventsOf(body, heard)) {
          if (!signal.aborted) this.#handle(event, true);
        }
      } finally {
        clearTimeout(timer);
        end();
      }
      throw new Error("the stream has ended");
    }, signal);
  }

  #wake() {
    if (Date.now() - this.#lastHeard > 40_000) this.cut?.abort();
    if (this.token && !this.leads && Date.now() - this.#lastLoaded > 60_000) {
      this.#load(this.#session.signal).catch(ignore);
    }
    this.#flush();
  }

  #setOnline(online) {
    this.online = online;
    this.change();
  }

  async #insist(attempt, signal = this.over.signal, most = Infinity) {
    for (const state = { tries: 0 }; ; state.tries += 1) {
      try {
        const answer = await attempt(state);
        this.#setOnline(true);
        return answer;
      } catch (fault) {
        if (fault.final || signal.aborted || state.tries + 1 >= most) throw fault;
        if (state.tries && !fault.status) this.#setOnline(false);
        await pause(fault, state.tries, signal);
      }
    }
  }

  #alone(what, action, signal = this.over.signal) {
    if (!navigator.locks || !(this.store.area instanceof Storage)) return action();
    return navigator.locks.request(`${this.store.prefix}${what}`, { signal }, action);
  }

  #join() {
    if (!window.BroadcastChannel || !(this.store.area instanceof Storage)) return;
    this.channel = new BroadcastChannel(this.store.prefix);
    this.channel.onmessage = ({ data }) => {
      if (data.kind === "event") this.#handle(data.event);
      else if (data.kind === "read") this.read = later(this.read, data.message);
      else if (data.kind === "forget") this.#drop("");
      else if (data.kind === "token") {
        this.store.set("token", data.token); // storage may come later than the news
        this.#clear();
        this.#connect();
      } else this.#flush();
      this.change();
    };
  }

  #tell(news) {
    if (!this.over.signal.aborted) this.channel?.postMessage(news);
  }
}

function h(selector, attributes = {}, ...children) {
  const [tag, ...classes] = selector.split(".");
  const element = document.createElement(tag);
  element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element[name] = value;
    else if (value != null && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

function icon(d) {
  const [svg, path] = ["svg", "path"].map((name) =>
    document.createElementNS("http://www.w3.org/2000/svg", name),
  );
  svg.setAttribute("viewBox", "0 0 24 24");
  path.setAttribute("d", d);
  svg.append(path);
  return svg;
}

const shapes = {
  launcher: "M3 11a9 7 0 1 1 6 7l-5 3 2-5a7 7 0 0 1-3-5",
  shut: "M6 9l6 6 6-6",
  send: "M12 19V5M6 11l6-6 6 6",
  attach: "M20 11l-8 8a5 5 0 0 1-7-7l8-8a3 3 0 0 1 5 5l-8 8a1 1 0 0 1-2-2l7-7",
  bell: "M6 10a6 6 0 0 1 12 0l2 7H4zM10 20a2 2 0 0 0 4 0",
};

/** Safe already, but a fault of the server must not become one of the page. */
function copySafely(source, target) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(node.data);
    else if (/^(p|br|a|strong|em|code|pre|ul|ol|li|blockquote)$/.test(node.localName)) {
      const twin = h(node.localName, { dir: "auto" });
      const href = node.getAttribute("href");
      if (node.localName === "a" && /^(https?:|mailto:)/i.test(href)) {
        Object.assign(twin, { href, target: "_blank", rel: "noopener noreferrer nofollow" });
      }
      target.append(twin);
      copySafely(node, twin);
    } else copySafely(node, target);
  }
}

/** Whether white can be read on the colour: contrast of 4.5 by WCAG 2.2. */
function bearsWhite(colour) {
  const luminance = colour
    .match(/[0-9a-f]{2}/gi)
    .map((hex) => parseInt(hex, 16))
    .map((one) => (one <= 10 ? one / 3295 : ((one / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0.05);
  return 1.05 / luminance >= 4.5;
}

const lightDark = CSS.supports("color", "light-dark(#000, #fff)")
  ? (light, dark) => `light-dark(${light}, ${dark})`
  : (light) => light;

class RapportChat extends HTMLElement {
  #chat;
  #store;
  #words;
  #language;
  #parts = {};
  #rows = new Map();
  #files = [];
  #unread = 0;
  #skipped = false;
  #loading = false;
  #drawing = false;
  #audio;

  connectedCallback() {
    const key = this.getAttribute("inbox");
    if (!key || this.#chat) return;
    this.#language = this.lang || document.documentElement.lang || navigator.language;
    let base = this.#language.split("-")[0].toLowerCase();
    if (!catalogue[base]) base = this.#language = "en";
    this.#words = catalogue[base];
    this.#store ??= new Store(key);
    if (!this.shadowRoot) this.#build(base === "fa" ? "rtl" : "ltr");
    const draw = () => this.#draw();
    this.#chat = new Chat(key, this.#store, this.#language, draw, (one) => this.#arrived(one));
    window.visualViewport?.addEventListener("resize", () => this.#fit(), this.#chat.over);
    const refused = (fault) => console.warn("rapport:", fault.message);
    this.#chat.start().then(() => this.#dress(), refused);
  }

  disconnectedCallback() {
    this.#chat?.stop();
    this.#chat = null;
  }

  open(focus = navigator.userActivation?.isActive) {
    const { panel, text, card, writer } = this.#parts;
    if (panel.open || !this.#chat?.inbox) return;
    if (!focus) panel.setAttribute("open", "");
    else if (innerWidth > 480) panel.show();
    else panel.showModal();
    this.#fit();
    this.#drawNow();
    this.#toEnd();
    if (focus) (writer.hidden ? card.querySelector("input") : text).focus();
    this.#tell("open");
    if (!this.#chat.token) this.#chat.refresh().catch(ignore);
  }

  close() {
    const { panel, launcher } = this.#parts;
    if (!panel.open) return;
    const inside = this.shadowRoot.activeElement;
    panel.close();
    if (inside && document.activeElement === document.body) launcher.focus();
    this.#tell("close");
    this.#draw();
  }

  toggle() {
    if (this.#parts.panel.open) this.close();
    else this.open();
  }

  identify(who) {
    return this.#chat.identify(who);
  }

  set(attributes) {
    return this.#chat.claim({ attributes });
  }

  forget() {
    this.close();
    this.#parts.text.value = "";
    this.#chat.forget();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`rapport:${name}`, { bubbles: true, detail }));
  }

  #say(word, values) {
    return this.#words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  #number(value, unit) {
    const options = unit && { style: "unit", unit, unitDisplay: "long" };
    return value.toLocaleString(this.#language, { ...options, maximumFractionDigits: 1 });
  }

  #build(dir) {
    const part = (selector, attributes, ...children) => {
      const element = h(selector, attributes, ...children);
      this.#parts[selector.split(".").pop()] = element;
      return element;
    };
    const button = (name, word, onclick, type = "button") => {
      const label = this.#say(word);
      const attributes = { type, onclick, "aria-label": label };
      return part(`button.icon.${name}`, attributes, icon(shapes[name]));
    };
    const onchange = () => {
      this.#add(file.files);
      file.value = "";
    };
    const file = h("input", { type: "file", multiple: "", hidden: "", onchange });
    const taken = (event, transfer) => {
      if (!transfer?.files.length) return;
      event.preventDefault();
      this.#add(transfer.files);
    };
    const panel = h(
      "dialog",
      {
        onkeydown: (event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          this.close();
        },
        ondragover: (event) => event.preventDefault(),
        ondrop: (event) => taken(event, event.dataTransfer),
      },
      h(
        "header",
        {},
        part("span.face"),
        h("div", {}, part("h2"), part("p.status")),
        button("bell", "sound", () => this.#switchSound()),
        button("shut", "close", () => this.close()),
      ),
      part("p.notice", { role: "status", dir: "auto" }),
      part("div.log", {
        role: "log",
        tabindex: 0,
        "aria-label": this.#say("chat"),
        onscroll: () => this.#scrolled(),
      }),
      part("p.typing", { role: "status" }),
      h(
        "div.foot",
        {},
        part("form.card", { hidden: "", onsubmit: (event) => this.#answered(event) }),
        part(
          "form.writer",
          { onsubmit: (event) => this.#submit(event) },
          part("ul.chips"),
          h(
            "div",
            {},
            button("attach", "attach", () => file.click()),
            file,
            (this.#parts.text = h("textarea", {
              rows: 1,
              dir: "auto",
              "aria-label": this.#say("write"),
              placeholder: this.#say("write"),
              oninput: () => this.#typed(),
              onpaste: (event) => taken(event, event.clipboardData),
              onkeydown: (event) => {
                const { key, shiftKey, isComposing, keyCode } = event;
                const composing = isComposing || keyCode === 229;
                if (key === "Enter" && !shiftKey && !composing) this.#submit(event);
              },
            })),
            button("send", "send", null, "submit"),
          ),
        ),
      ),
    );
    this.#parts.panel = panel;
    const launcher = button("launcher", "chat", () => this.toggle());
    launcher.hidden = true;
    launcher.append(part("span.badge"));
    const root = part("div.root", { lang: this.#language, dir }, launcher, panel);
    root.append(part("p.sr", { role: "status" }));
    const tune = () => (this.#audio ??= window.AudioContext && new AudioContext());
    root.addEventListener("click", tune);
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(root);
  }

  #dress() {
    const { colour, name } = this.#chat.inbox;
    const { root, panel, launcher, h2 } = this.#parts;
    root.style.setProperty("color-scheme", this.getAttribute("theme") ?? "light dark");
    root.style.setProperty("--accent", colour);
    root.style.setProperty("--on", bearsWhite(colour) ? "#fff" : "#171615");
    h2.replaceChildren(h("bdi", {}, name));
    panel.setAttribute("aria-label", name);
    launcher.hidden = this.hasAttribute("no-launcher");
    this.#drawFiles();
    this.#drawNow();
    this.#tell("ready");
  }

  #fit() {
    const { height, offsetTop } = window.visualViewport ?? {};
    const { style } = this.#parts.panel;
    style.setProperty("--height", `${height}px`);
    style.setProperty("--top", `${offsetTop}px`);
  }

  #draw() {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => this.#drawNow());
  }

  #drawNow() {
    this.#drawing = false;
    const chat = this.#chat;
    if (!chat.inbox) return;
    const { panel, launcher, badge, notice, typing, status, face, bell, sr } = this.#parts;
    const { available, away, name } = chat.inbox;
    const replyTime = chat.inbox.replyTime || 1;
    const atEnd = this.#atEnd();
    this.#drawRows();
    this.#drawCard();
    const nobody = available ? "" : away || this.#say("away");
    put(notice, chat.online ? nobody : this.#say("offline"));
    const hours = replyTime >= 90;
    const time = hours
      ? this.#number(Math.round(replyTime / 60), "hour")
      : this.#number(replyTime, "minute");
    put(status, available ? this.#say("reply", { time }) : "");
    const typist = chat.typist && { name: chat.typist.name || name };
    put(typing, typist ? this.#say("typing", typist) : "");
    const agent = chat.messages.filter((one) => one.kind === "reply").pop()?.author;
    drawFace(face, agent?.name ? agent : { name });
    bell.setAttribute("aria-pressed", this.#sounds);
    if (atEnd) this.#toEnd();
    if (panel.open && !document.hidden && atEnd) chat.markRead();
    const unread = chat.unread.length;
    const count = this.#number(unread);
    put(badge, unread ? count : "");
    const news = unread ? this.#say("unread", { count }) : "";
    put(sr, panel.open ? "" : news);
    launcher.setAttribute("aria-label", `${this.#say("chat")} ${news}`);
    launcher.setAttribute("aria-expanded", panel.open);
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.#tell("unread", { count: unread });
  }

  /** Touches only what is different: nothing is read out twice, no focus is lost. */
  #drawRows() {
    const { log } = this.#parts;
    const { messages, outbox, seen, older, inbox } = this.#chat;
    const lastSeen = messages.filter((one) => one.kind !== "reply" && reaches(seen, one.id)).pop();
    const all = [...messages, ...outbox];
    if (inbox.greeting && !older) {
      all.unshift({ id: "greeting", kind: "reply", text: inbox.greeting, author: inbox });
    }
    const sender = (one) => one && (one.kind === "reply" ? `by ${one.author.name}` : "");
    const rows = [];
    let day;
    all.forEach((one, at) => {
      const when = one.createdAt ?? one.at;
      const date = when && new Date(when);
      const newDay = date && day !== (day = date.toDateString());
      if (newDay) rows.push({ key: day, date });
      rows.push({
        key: one.key ?? one.id,
        one,
        date,
        first: newDay || sender(all[at - 1]) !== sender(one),
        last: sender(all[at + 1]) !== sender(one),
        meta: one === lastSeen ? "seen" : one.fault ? "failed" : one.slot && "sending",
      });
    });
    const keys = new Set(rows.map((row) => row.key));
    for (const [key, node] of this.#rows) {
      if (!keys.has(key) && this.#rows.delete(key)) node.remove();
    }
    // History is not read out.
    const quiet = this.#loading || !log.querySelector(".message");
    if (quiet) log.setAttribute("aria-live", "off");
    const height = log.scrollHeight;
    let place = log.firstElementChild;
    for (const row of rows) {
      const { key, one, date } = row;
      const make = () => (one ? this.#makeRow(one) : h("p.day", {}, this.#day(date)));
      const node = this.#rows.get(key) ?? make();
      this.#rows.set(key, node);
      if (node === place) place = place.nextElementSibling;
      else log.insertBefore(node, place);
      if (one) this.#updateRow(node, row);
    }
    if (this.#loading) log.scrollTop += log.scrollHeight - height;
    if (quiet) setTimeout(() => log.setAttribute("aria-live", "polite"), 300);
  }

  #makeRow({ kind, author, text, html, attachments = [] }) {
    const name = kind === "reply" ? author.name || this.#chat.inbox.name : this.#say("you");
    const body = h("div.body", {}, h("span.sr", {}, `${name}: `));
    try {
      const template = h("template");
      template.innerHTML = html ?? ""; // inert
      copySafely(template.content, body);
    } catch {} // forbidden by Trusted Types
    if (!body.children[1] && text) body.append(h("div.plain", { dir: "auto" }, text));
    body.append(...attachments.map((one) => this.#file(one)));
    if (kind === "reply") {
      const face = h("span.face");
      drawFace(face, { ...author, name });
      body.prepend(face);
    }
    return h("div.message", {}, body, h("p.meta"));
  }

  #updateRow(node, { one, date, first, last, meta }) {
    const mine = one.kind !== "reply";
    node.className = `message${mine ? " mine" : ""}${first ? " first" : ""}${last ? " last" : ""}`;
    const place = node.lastElementChild;
    const clock = date?.toLocaleTimeString(this.#language, { timeStyle: "short" });
    const by = !mine && one.author.name;
    const words = [last && date && by, (last || meta) && clock, meta && this.#say(meta), one.fault];
    const said = words.filter(Boolean).join(" · ");
    if (place.dataset.said === said) return;
    place.dataset.said = said;
    place.replaceChildren(said);
    place.classList.toggle("fault", Boolean(one.fault));
    if (!one.fault) return;
    place.append(
      this.#link("retry", () => this.#chat.retry(one)),
      this.#link("remove", () => {
        this.#chat.put(one, null);
        this.#parts.text.focus();
      }),
    );
  }

  #link(word, onclick) {
    return h("button.plainly", { type: "button", onclick }, this.#say(word));
  }

  #day(date) {
    const midnight = new Date().setHours(0, 0, 0);
    const days = Math.round((new Date(date).setHours(0, 0, 0) - midnight) / 864e5);
    return days > -2
      ? new Intl.RelativeTimeFormat(this.#language, { numeric: "auto" }).format(days, "day")
      : date.toLocaleDateString(this.#language, { dateStyle: "full" });
  }

  #file(attachment) {
    const { name, type, size } = attachment;
    const save = async () => {
      // Untyped: it must not run in the page.
      const blob = new Blob([await this.#chat.download(attachment)]);
      const href = URL.createObjectURL(blob);
      h("a", { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    };
    const button = h("button.file", { type: "button", onclick: () => save().catch(ignore) });
    button.append(h("bdi", {}, name), ` ${this.#number(size / 1e6, "megabyte")}`);
    if (/^image\/(png|jpeg|gif|webp)$/.test(type)) {
      const show = (blob) => {
        const image = h("img", { alt: name, src: URL.createObjectURL(blob) });
        image.onload = () => button.replaceChildren(image);
      };
      this.#chat.download(attachment).then(show, ignore);
    }
    return button;
  }

  #drawCard() {
    const { card, writer, text } = this.#parts;
    const { form, available } = this.#chat.inbox;
    const begun = this.#chat.token || this.#chat.outbox.length;
    const asks = form.when === (begun ? "after" : "before");
    const known = this.#skipped || this.#store.get("known");
    const kind = known ? "" : asks ? form.when : available ? "" : "away";
    const before = kind === "before";
    writer.hidden = before;
    if (card.dataset.kind === kind) return;
    card.dataset.kind = kind;
    card.hidden = !kind;
    const field = (name, type, rule) => {
      const required = rule === "required";
      const input = h("input", { name, type, autocomplete: name, dir: "auto" });
      input.required = required;
      return rule !== "hidden" && h("label", {}, this.#say(name), required && " *", input);
    };
    const skip = () => {
      this.#skipped = true;
      this.#drawNow();
      text.focus();
    };
    const free = !asks || (!before && ![form.name, form.email].includes("required"));
    card.replaceChildren(
      h("p", {}, this.#say("leave")),
      (asks && field("name", "text", form.name)) || "",
      field("email", "email", asks ? form.email : "required") || "",
      h("div", {}, h("button.action", {}, this.#say("save")), free && this.#link("skip", skip)),
    );
  }

  #answered(event) {
    event.preventDefault();
    const given = [...new FormData(event.target)].filter(([, value]) => value.trim());
    this.#store.set("known", true);
    this.#chat.claim(Object.fromEntries(given));
    this.#drawNow();
    this.#parts.text.focus();
  }

  #typed() {
    const { text } = this.#parts;
    text.style.blockSize = "auto";
    text.style.blockSize = `${text.scrollHeight}px`;
    if (text.value) this.#chat.typed();
    this.#readiness();
  }

  #readiness() {
    const { send, text } = this.#parts;
    const files = this.#files;
    const ready = files.every((file) => file.done) && (text.value.trim() || files.length);
    send.setAttribute("aria-disabled", !ready);
    return ready;
  }

  #submit(event) {
    event.preventDefault();
    const { text } = this.#parts;
    if (!this.#readiness()) return;
    this.#chat.send(text.value.trim(), this.#files.map((file) => file.done));
    this.#files = [];
    text.value = "";
    this.#drawFiles();
    this.#typed();
    this.#drawNow();
    this.#toEnd();
    text.focus();
  }

  #add(files) {
    const { most, bytes } = this.#chat.inbox.attachments;
    for (const source of files) {
      const file = { source, over: new AbortController() };
      const many = this.#files.length >= most;
      if (source.size <= bytes && !many) this.#upload(file);
      else {
        const limit = many ? this.#number(most) : this.#number(bytes / 1e6, "megabyte");
        file.fault = `${source.name}: ≤ ${limit}`;
      }
      this.#files.push(file);
    }
    this.#drawFiles();
  }

  async #upload(file) {
    const { source, over } = file;
    file.bar = h("progress", { "aria-label": source.name });
    try {
      file.done = await this.#chat.upload(source, over.signal);
    } catch (fault) {
      file.again = !fault.final;
      file.fault = `${source.name}: ${this.#say("failed")} ${fault.message}`;
    }
    file.bar = null;
    this.#drawFiles();
  }

  #drawFiles() {
    const rows = this.#files.map((file) => {
      const remove = () => {
        file.over.abort();
        this.#files = this.#files.filter((one) => one !== file);
        this.#drawFiles();
        this.#parts.text.focus();
      };
      const again = () => {
        file.fault = file.again = null;
        this.#upload(file);
        this.#drawFiles();
      };
      return h(
        file.fault ? "li.fault" : "li",
        { role: file.fault && "alert" },
        h("bdi", {}, file.fault || file.source.name),
        file.again && this.#link("retry", again),
        this.#link("remove", remove),
        file.bar,
      );
    });
    this.#parts.chips.replaceChildren(...rows);
    this.#readiness();
  }

  #atEnd() {
    const { log } = this.#parts;
    return log.scrollHeight - log.scrollTop - log.clientHeight < 60;
  }

  #toEnd() {
    this.#parts.log.scrollTop = 1e9;
  }

  async #scrolled() {
    if (this.#atEnd()) this.#draw();
    if (this.#parts.log.scrollTop > 120 || !this.#chat.older || this.#loading) return;
    this.#loading = true;
    await this.#chat.loadOlder().catch(ignore);
    this.#drawNow();
    this.#loading = false;
  }

  #arrived(message) {
    this.#tell("message", message);
    if (message.kind !== "reply") return;
    const reading = this.#parts.panel.open && document.hasFocus();
    if (this.#chat.leads && this.#sounds && !reading) this.#ring();
  }

  get #sounds() {
    return this.#store.get("sound") ?? true;
  }

  #switchSound() {
    this.#store.set("sound", !this.#sounds);
    this.#draw();
    if (this.#sounds) this.#ring();
  }

  #ring() {
    const audio = this.#audio;
    if (!audio) return;
    const now = audio.currentTime;
    const tone = new OscillatorNode(audio, { frequency: 587 });
    const volume = new GainNode(audio, { gain: 0.08 });
    tone.frequency.setValueAtTime(784, now + 0.13);
    volume.gain.setTargetAtTime(0, now + 0.2, 0.12);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(now + 1);
  }
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function drawFace(place, { name, picture }) {
  const shown = `${name} ${picture}`;
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  place.ariaHidden = true;
  place.textContent = name.split(/\s+/, 2).map((word) => [...word][0]).join("\u200c");
  if (!picture) return;
  const image = h("img", { alt: "", src: new URL(picture, server) });
  image.onload = () => place.replaceChildren(image);
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial; position: fixed; z-index: 2147483000 }
[hidden], .notice:empty, .badge:empty { display: none !important }
* { box-sizing: border-box; margin: 0 }
.root { --ground: ${lightDark("#faf8f5", "#181716")}; --raised: ${lightDark("#fff", "#262422")};
  --quiet: ${lightDark("#665f56", "#b0a89e")}; --line: #8883;
  --ink: ${lightDark("oklch(from var(--accent) min(l, .5) c h)",
    "oklch(from var(--accent) max(l, .75) c h)")};
  --fault: ${lightDark("#a8201a", "#ffb4ab")}; --shade: #3212;
  color: ${lightDark("#25221e", "#f0ede8")};
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", Vazirmatn, sans-serif }
button, input, textarea { font: inherit; color: inherit; border: 0; padding: 0; background: none }
button { cursor: pointer; min-block-size: 28px }
:focus-visible { outline: 2px solid; outline-color: var(--ink); outline-offset: 2px }
header :focus-visible, .mine .body :focus-visible { outline-color: var(--on) }
svg { inline-size: 22px; fill: none; stroke: currentColor; stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round }
.sr { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px;
  overflow: hidden }
.icon, .face { inline-size: 36px; block-size: 36px; flex: none; display: grid;
  place-items: center; border-radius: 50% }
.launcher, .send.send, .mine .body, header, .action, .body .face {
  background: var(--accent); color: var(--on) }
.launcher { position: fixed; inset-block-end: calc(20px + env(safe-area-inset-bottom));
  inset-inline-end: 20px; inline-size: 60px; block-size: 60px;
  box-shadow: 0 2px 6px var(--shade), 0 10px 28px var(--shade) }
.launcher svg { inline-size: 30px }
.badge { position: absolute; inset-block-start: -3px; inset-inline-end: -3px; padding-inline: 7px;
  border-radius: 18px; background: #b3261e; color: #fff; font-size: 12px; line-height: 22px }
dialog { position: fixed; inset: auto; inset-block-end: calc(94px + env(safe-area-inset-bottom));
  inset-inline-end: 20px; inline-size: 392px; block-size: min(660px, 100dvh - 114px); padding: 0;
  max-block-size: none; border: 0; border-radius: 20px; overflow: hidden; color: inherit;
  background: var(--ground); flex-direction: column;
  box-shadow: 0 0 0 1px var(--line), 0 4px 12px var(--shade), 0 20px 60px var(--shade) }
dialog[open] { display: flex }
header { display: flex; align-items: center; gap: 12px; padding: 16px }
header div { flex: 1; min-inline-size: 0 }
h2 { font-size: 17px; overflow-wrap: anywhere }
p, .card, .chips, .file { font-size: 13px; line-height: 1.4 }
.body p { font: inherit }
.face { font-weight: 600; overflow: hidden; background: var(--on); color: var(--accent) }
.face img { inline-size: 100%; block-size: 100%; object-fit: cover }
.bell[aria-pressed=false] path { stroke-dasharray: 2 4 }
.notice { padding: 8px 16px; background: var(--raised); border-block-end: 1px solid var(--line) }
.log { flex: 1; overflow: auto; overscroll-behavior: contain; overflow-anchor: none;
  padding: 16px; display: flex; flex-direction: column; outline-offset: -3px }
.log > :first-child { margin-block-start: auto }
.day { align-self: center; margin-block: 16px 4px }
.day::first-letter { text-transform: uppercase }
.message { display: flex; flex-direction: column; align-items: start; margin-block-start: 3px;
  padding-inline: 40px 36px }
.first { margin-block-start: 12px }
.mine { align-items: end; padding-inline: 52px 0 }
.body { position: relative; padding: 9px 14px; border-radius: 18px; background: var(--raised);
  max-inline-size: 100%; box-shadow: 0 1px 2px var(--shade); overflow-wrap: anywhere; }
.last .body { border-end-start-radius: 5px }
.mine.last .body { border-end-start-radius: 18px; border-end-end-radius: 5px }
.body .face { display: none; position: absolute; inset-block-end: 0; inset-inline-start: -40px;
  inline-size: 30px; block-size: 30px; font-size: 12px }
.last .face { display: grid }
.plain, pre { white-space: pre-wrap }
.body > :not(.sr) + * { margin-block-start: 6px }
.body a { color: var(--ink) }
.mine a { color: inherit }
.file { display: block; text-align: start; text-decoration: underline }
.file img { max-inline-size: 100%; block-size: 160px; border-radius: 10px; object-fit: cover }
.meta, .day { font-size: 12px; color: var(--quiet); padding: 3px 6px 0 }
.message .fault, li.fault { color: var(--fault) }
.plainly { text-decoration: underline; padding-inline: 8px }
.typing { min-block-size: 24px; padding-inline: 16px; color: var(--quiet) }
.foot { padding: 0 12px calc(12px + env(safe-area-inset-bottom)) }
.card { display: grid; gap: 8px; padding: 14px; margin-block-end: 10px; border-radius: 18px }
.card, .writer { background: var(--raised); box-shadow: 0 0 0 1px var(--line) }
label { display: grid; gap: 4px }
.card input { padding: 7px 12px; border-radius: 18px; border: 1px solid var(--quiet) }
.action { padding: 6px 16px; border-radius: 18px }
.writer { border-radius: 24px }
.writer:focus-within { box-shadow: 0 0 0 2px var(--ink) }
.writer > div { display: flex; align-items: end; padding: 5px }
textarea { flex: 1; min-inline-size: 0; resize: none; padding: 7px 6px; max-block-size: 150px;
  block-size: 37px }
textarea:focus-visible { outline: 0 }
::placeholder { color: var(--quiet); opacity: 1 }
:placeholder-shown { direction: inherit; unicode-bidi: normal }
.attach { color: var(--quiet) }
.send[aria-disabled=true] { opacity: .4 }
.chips { list-style: none; padding: 0 14px; max-block-size: 132px; overflow: auto }
progress { inline-size: 100%; block-size: 4px; accent-color: var(--ink) }
@media (max-width: 480px) {
  dialog { inset: var(--top, 0) 0 auto; inline-size: 100%; max-inline-size: none;
    block-size: var(--height, 100dvh); border-radius: 0 }
  header { padding-block-start: calc(12px + env(safe-area-inset-top)) }
  textarea, input { font-size: 16px }
}
@media (prefers-reduced-motion: no-preference) { .body, dialog { animation: rise .25s } }
@keyframes rise { from { opacity: 0; translate: 0 12px } }
`);

customElements.define("rapport-chat", RapportChat);

const tag = document.querySelector("script[data-inbox]");
let element = document.querySelector("rapport-chat");
if (!element && tag) {
  const { inbox, lang, theme, launcher } = tag.dataset;
  element = h("rapport-chat", { inbox, lang, theme, "no-launcher": launcher === "none" && "" });
  document.body.append(element);
}
window.rapport = element;
