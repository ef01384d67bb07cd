import { fragment } from './http.js'
import { toast } from './toast.js'

/**
 * A mail's HTML in its frame, as tall as its content.
 *
 * Inside are an `iframe` with a sandbox that lets nothing run, and where pictures wait a
 * `[data-show-images]` whose `href` is the frame's address with them.
 */
class MailFrame extends HTMLElement {
  #leaving = null
  #observer = null

  connectedCallback() {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    this.#observer = new ResizeObserver(() => this.#fit())
    this.#frame?.addEventListener('load', () => this.#watch(), { signal })
    this.addEventListener('click', (event) => this.#show(event), { signal })
    // It may have been there before this script.
    if (this.#body) this.#watch()
  }

  disconnectedCallback() {
    this.#leaving.abort()
    this.#observer.disconnect()
  }

  get #frame() { return this.querySelector('iframe') }

  get #body() { return this.#frame?.contentDocument?.body }

  #watch() {
    this.#observer.disconnect()
    if (!this.#body) return
    this.#observer.observe(this.#body)
    this.#fit()
  }

  #fit() {
    const body = this.#body
    if (!body) return
    // A scroll bar below wide tables takes its share.
    const bar = body.scrollWidth > body.clientWidth ? 16 : 0
    this.#frame.style.blockSize = `${Math.ceil(body.getBoundingClientRect().height) + bar}px`
  }

  #show(event) {
    const link = event.target.closest('[data-show-images]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.#frame.src = link.href
    this.#frame.focus()
    link.remove()
  }
}

customElements.define('mail-frame', MailFrame)

/** A link to a mail as it came opens it below its message, and closes it again. */
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[data-original]')
  if (!link || event.defaultPrevented || event.button !== 0) return
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  const message = link.closest('.message')
  if (!message) return
  event.preventDefault()
  const open = message.querySelector('mail-frame')
  if (open) {
    open.remove()
    return
  }
  if (link.getAttribute('aria-busy') === 'true') return
  link.setAttribute('aria-busy', 'true')
  try {
    const frame = await fragment(link.dataset.original)
    if (message.isConnected) message.append(frame)
  } catch (error) {
    toast(error.message, 'bad')
  } finally {
    link.removeAttribute('aria-busy')
  }
})
