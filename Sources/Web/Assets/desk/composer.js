import { ask } from './http.js'
import { insert } from './insert.js'
import { outbox, pending, send } from './outbox.js'
import { SavedReplies } from './saved-replies.js'
import { text } from './texts.js'
import { toast } from './toast.js'
import { Uploads } from './uploads.js'

const draftMilliseconds = 800

/** What each tool puts around the selection, or before each of its lines. */
const tools = {
  bold: { around: '**' },
  italic: { around: '_' },
  code: { around: '`' },
  link: { link: true },
  list: { before: '- ' },
  quote: { before: '> ' },
}

/** Writes answers and notes: drafts kept, files taken, sent at most once. */
class DeskComposer extends HTMLElement {
  #abort = null
  #timer = null
  #saved = null
  #uploads = null
  #replies = null

  connectedCallback() {
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.#uploads = new Uploads(this.form, signal)
    this.#replies = new SavedReplies(this, this.area, this.conversation, signal)
    this.form.addEventListener('submit', (event) => this.#submit(event), { signal })
    this.form.addEventListener('change', () => this.#changeKind(), { signal })
    this.area.addEventListener('input', () => this.#write(), { signal })
    this.area.addEventListener('keydown', (event) => this.#key(event), { signal })
    this.querySelector('.tools').addEventListener('click', (event) => this.#tool(event), { signal })
    this.form.addEventListener('picture', ({ detail }) => this.#show(detail), { signal })
    this.form.addEventListener('left-out', ({ detail }) => this.#hide(detail), { signal })
    document.addEventListener('undone', ({ detail }) => this.#takeBack(detail), { signal })
    window.addEventListener('pagehide', () => this.#keep({ keepalive: true }), { signal })
    for (const name of ['sent', 'waiting', 'refused']) {
      outbox.addEventListener(name, ({ detail }) => {
        if (detail.conversation === this.conversation) this[name](detail)
      }, { signal })
    }
    this.#saved = this.#draft
    this.#showKind()
    // A page that the browser brings back may hold the key of a message that was sent.
    this.#renewKey()
    const waiting = pending(this.conversation)
    if (waiting) this.#hold(waiting)
  }

  disconnectedCallback() {
    this.#keep({ keepalive: true })
    this.#abort?.abort()
  }

  get form() { return this.querySelector('#composer') }
  get area() { return this.querySelector('textarea') }
  get conversation() { return this.form.dataset.conversation }
  get recipients() { return this.querySelector('mail-recipients') }
  get kind() { return this.form.elements.kind.value }

  /** Goes to writing a `reply` or a `note`. */
  write(kind) {
    this.form.elements.kind.value = kind
    this.#changeKind()
    this.area.focus()
  }

  /** The message is at the server. */
  sent() {
    this.#release()
    this.area.value = ''
    this.#saved = this.#draft
    this.#uploads.clear()
    this.recipients?.reset()
    this.#renewKey()
    this.#say('')
    const pane = this.closest('desk-conversation')
    pane?.refresh().then(() => pane.toEnd())
  }

  waiting() {
    this.#say(text('sendingLater'))
  }

  /** The server said no; what was written stays. */
  refused({ error }) {
    this.#release()
    this.#say('')
    toast(error.message, 'bad')
    this.area.focus()
  }

  /** A reply that was taken back is here again, before what was begun since. */
  #takeBack({ text: words, attachments, ...recipients }) {
    this.form.elements.kind.value = 'reply'
    const begun = this.area.value.trim()
    this.area.value = begun ? `${words}\n\n${begun}` : words
    this.#uploads.bringBack(attachments)
    this.recipients?.fill(recipients)
    this.#changeKind()
    this.area.focus()
    this.closest('desk-conversation')?.refresh()
  }

  /** A chat shows its pictures below what was said. */
  get #showsPictures() { return this.kind === 'note' || this.recipients !== null }

  /** Puts a picture where the cursor stands. */
  #show({ id, name }) {
    if (!this.#showsPictures) return
    const mark = `![${name.replace(/[[\]\\]/g, '')}](attachment:${id})`
    insert(this.area, mark, this.area.selectionStart, this.area.selectionEnd)
  }

  #hide({ id }) {
    const mark = [...this.area.value.matchAll(/!\[[^\]]*\]\(attachment:(\d+)\)/g)]
      .find((found) => found[1] === id)
    if (mark) insert(this.area, '', mark.index, mark.index + mark[0].length)
  }

  #submit(event) {
    event.preventDefault()
    if (this.form.getAttribute('aria-busy') === 'true' || this.#uploads.areBusy) return
    if (this.kind === 'reply' && this.recipients?.mustConfirm) {
      toast(text('confirmRecipients'), 'bad')
      this.recipients.askForConfirmation()
      return
    }
    const message = {
      kind: this.kind,
      text: this.area.value,
      attachments: this.#uploads.ids.join(','),
      key: this.form.elements.key.value,
      ...(this.kind === 'reply' ? this.recipients?.values : {}),
    }
    if (!message.text.trim()) return
    clearTimeout(this.#timer)
    this.#hold(message)
    send(this.conversation, message)
  }

  /** Nothing can be changed while the message is on its way. */
  #hold(message) {
    this.form.elements.kind.value = message.kind
    this.area.value = message.text
    this.form.elements.key.value = message.key
    this.recipients?.fill?.(message)
    this.form.setAttribute('aria-busy', 'true')
    this.area.readOnly = true
    this.form.querySelector('.send').disabled = true
  }

  #release() {
    this.form.removeAttribute('aria-busy')
    this.area.readOnly = false
    this.form.querySelector('.send').disabled = false
  }

  #renewKey() {
    // Only pages served securely have randomUUID.
    const random = crypto.getRandomValues(new Uint32Array(4))
    this.form.elements.key.value = crypto.randomUUID?.() ?? random.join('-')
  }

  get #draft() { return JSON.stringify([this.kind, this.area.value]) }

  #write() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#keep(), draftMilliseconds)
    this.dispatchEvent(new CustomEvent('typing', { bubbles: true, detail: this.kind }))
  }

  async #keep(options = {}) {
    clearTimeout(this.#timer)
    const draft = this.#draft
    if (!this.form || draft === this.#saved || this.area.readOnly) return
    this.#saved = draft
    const body = new URLSearchParams({ kind: this.kind, text: this.area.value })
    try {
      await ask(`/desk/drafts/${this.conversation}`, { method: 'PUT', body, ...options })
      if (this.isConnected && this.area.value) this.#say(text('draftKept'))
    } catch {
      // The words still stand in the field: the next change, or leaving, tries again.
      this.#saved = null
    }
  }

  #changeKind() {
    this.#showKind()
    this.#write()
  }

  #showKind() {
    this.area.placeholder = this.area.dataset[this.kind]
  }

  #say(words) {
    const state = this.querySelector('.state')
    if (state.textContent !== words) state.textContent = words
  }

  #key(event) {
    if (event.isComposing || this.#replies.take(event)) return
    const command = event.ctrlKey || event.metaKey
    if (command && event.key === 'Enter') {
      event.preventDefault()
      this.form.requestSubmit()
    } else if (command && !event.shiftKey && ['b', 'i'].includes(event.key.toLowerCase())) {
      event.preventDefault()
      this.#apply(event.key.toLowerCase() === 'b' ? 'bold' : 'italic')
    } else if (event.key === 'Escape') {
      this.area.blur()
      this.closest('desk-conversation')?.querySelector('.scroll')?.focus({ preventScroll: true })
      event.stopPropagation()
    }
  }

  #tool(event) {
    const name = event.target.closest('[data-tool]')?.dataset.tool
    if (name === 'attach') this.#uploads.choose()
    else if (name === 'saved') this.#replies.show()
    else if (name) this.#apply(name)
  }

  /** Puts Markdown into the text in a way that can be undone. */
  #apply(name) {
    const { area } = this
    const { around, before, link } = tools[name]
    area.focus()
    const { selectionStart: start, selectionEnd: end, value } = area
    const chosen = value.slice(start, end)
    if (around) {
      insert(area, `${around}${chosen}${around}`, start, end)
      area.setSelectionRange(start + around.length, end + around.length)
    } else if (link) {
      const words = chosen || text('linkText')
      insert(area, `[${words}](https://)`, start, end)
      const address = start + words.length + 3
      area.setSelectionRange(address, address + 8)
    } else {
      const first = value.lastIndexOf('\n', start - 1) + 1
      const lines = value.slice(first, end).split('\n').map((line) => before + line).join('\n')
      insert(area, lines, first, end)
    }
  }
}

customElements.define('desk-composer', DeskComposer)
