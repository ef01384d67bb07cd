import { post } from './http.js'
import { number, text } from './texts.js'
import { toast } from './toast.js'

/**
 * A reply that may still be taken back, for as long as its `time[data-left]` says in
 * milliseconds; what was taken back is given to whoever listens to `undone`.
 */
class MailUndo extends HTMLElement {
  #abort = null
  #timer = null
  #until = 0

  connectedCallback() {
    this.#abort = new AbortController()
    // By this page's own clock: the server's may go otherwise.
    this.#until = performance.now() + Number(this.#time?.dataset.left ?? 0)
    this.addEventListener('submit', (event) => this.#undo(event), { signal: this.#abort.signal })
    this.#timer = setInterval(() => this.#count(), 250)
    this.#count()
  }

  disconnectedCallback() {
    this.#abort.abort()
    clearInterval(this.#timer)
  }

  get #time() { return this.querySelector('time') }
  get #form() { return this.querySelector('form') }

  #count() {
    const left = Math.ceil((this.#until - performance.now()) / 1000)
    if (left <= 0) {
      clearInterval(this.#timer)
      this.#form?.setAttribute('hidden', '')
    } else {
      this.#time.textContent = text('seconds', { seconds: number(left) })
    }
  }

  async #undo(event) {
    event.preventDefault()
    const form = this.#form
    if (form.getAttribute('aria-busy') === 'true') return
    form.setAttribute('aria-busy', 'true')
    try {
      const answer = await post(form.action, new FormData(form))
      const detail = await answer.json()
      document.dispatchEvent(new CustomEvent('undone', { detail }))
    } catch (error) {
      toast(error.status ? error.message : text('failed'), 'bad')
    } finally {
      form.removeAttribute('aria-busy')
    }
  }
}

customElements.define('mail-undo', MailUndo)

/** Takes the newest reply back that still can be; says whether there was one. */
export function undoLast() {
  const forms = document.querySelectorAll('mail-undo form:not([hidden])')
  const form = [...forms].at(-1)
  form?.requestSubmit()
  return Boolean(form)
}
