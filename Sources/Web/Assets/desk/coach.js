import { ask } from './http.js'

const pauseMilliseconds = 400
const shortest = 20
const key = 'rapport.coach'

/** Says while an answer is written what would make it better; it can be switched off. */
class ReplyCoach extends HTMLElement {
  #abort = null
  #asked = null
  #timer = null

  connectedCallback() {
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.form?.addEventListener('input', () => this.#wait(), { signal })
    this.form?.addEventListener('change', () => this.#wait(), { signal })
    this.addEventListener('click', (event) => this.#switch(event), { signal })
    this.#show()
    this.#wait()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    this.#asked?.abort()
    this.#abort?.abort()
  }

  get form() { return this.closest('form') }
  get advice() { return this.querySelector('.advice') }
  get isOff() { return localStorage.getItem(key) === 'off' }

  #wait() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ask(), pauseMilliseconds)
  }

  async #ask() {
    this.#asked?.abort()
    const words = this.form?.elements.text.value ?? ''
    const isReply = this.form?.elements.kind.value === 'reply'
    if (this.isOff || !isReply || words.trim().length < shortest) {
      this.advice.replaceChildren()
      return
    }
    this.#asked = new AbortController()
    try {
      const response = await ask(this.dataset.address, {
        method: 'POST',
        body: new URLSearchParams({ text: words }),
        signal: this.#asked.signal,
        headers: { Accept: 'text/html' },
      })
      this.advice.innerHTML = await response.text()
    } catch (error) {
      // Advice that does not come is no fault that a writer should hear of.
      if (error.name !== 'AbortError') this.advice.replaceChildren()
    }
  }

  #switch(event) {
    const button = event.target.closest('[data-coach]')
    if (!button) return
    localStorage.setItem(key, button.dataset.coach)
    this.#show()
    this.#ask()
    this.form?.elements.text.focus()
  }

  #show() { this.querySelector('[data-coach="on"]').hidden = !this.isOff }
}

customElements.define('reply-coach', ReplyCoach)
