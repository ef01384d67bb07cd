import { fragment } from './http.js'
import { replace } from './replace.js'
import { live } from './stream.js'
import { element, text } from './texts.js'
import { toast } from './toast.js'

/** How near to the end one counts as reading along, in pixels. */
const nearEnd = 80

/** Puts a message anew in its place; what was opened in it stays open. */
function renew(known, message) {
  const isOpen = known.querySelector('details.envelope')?.open
  if (isOpen) message.querySelector('details.envelope')?.setAttribute('open', '')
  const frame = known.querySelector('mail-frame')
  if (frame) message.append(frame)
  known.replaceWith(message)
}

/** The pane of a conversation: opened without loading the page, kept up to date by events. */
class DeskConversation extends HTMLElement {
  #abort = null
  #opening = null
  #observer = null
  #refreshing = null
  #isStale = false
  #seen = ''
  #isAtEnd = true

  connectedCallback() {
    this.#abort = new AbortController()
    const { signal } = this.#abort
    live.addEventListener('change', ({ detail }) => {
      if (detail.conversation === this.id && detail.afresh) this.#renew()
      // What else there is with the same customer stands in the panel.
      else if (detail.conversation === this.id || detail.customer === this.customer) this.refresh()
    }, { signal })
    live.addEventListener('seen', ({ detail }) => this.#see(detail), { signal })
    live.addEventListener('reset', () => this.#renew(), { signal })
    live.addEventListener('reload', () => this.#renew(), { signal })
    document.addEventListener('click', (event) => this.#follow(event), { signal })
    window.addEventListener('popstate', () => this.#return(), { signal })
    this.#arrive()
  }

  disconnectedCallback() {
    this.#abort?.abort()
    this.#opening?.abort()
    this.#observer?.disconnect()
  }

  /** The open conversation's id; empty if none is open. */
  get id() { return this.querySelector('#conversation')?.dataset.id ?? '' }
  /** Its customer's id. */
  get customer() { return this.querySelector('#conversation')?.dataset.customer ?? '' }
  get list() { return document.querySelector('desk-list') }

  /** The list that the conversation goes back to, as addresses name it. */
  get #view() { return encodeURIComponent(this.list?.path ?? 'all') }

  /** Opens a conversation in the place of the one that is open. */
  async open(id, { remember = true, focus = false } = {}) {
    this.#opening?.abort()
    const opening = new AbortController()
    this.#opening = opening
    const view = this.#view
    this.list?.select(id)
    this.setAttribute('aria-busy', 'true')
    try {
      const pane = await fragment(
        `/desk/conversations/${id}/pane?view=${view}`, opening.signal
      )
      this.replaceChildren(pane)
      this.closest('main').dataset.open = 'true'
      if (remember) {
        history.pushState({ conversation: id }, '', `/desk/conversations/${id}?view=${view}`)
      }
      this.#arrive()
      if (focus) this.querySelector('.scroll')?.focus({ preventScroll: true })
    } catch (error) {
      if (error.name !== 'AbortError') toast(error.message, 'bad')
    } finally {
      if (this.#opening === opening) this.removeAttribute('aria-busy')
    }
  }

  /** Goes back to the list alone. */
  close() {
    location.assign(`/desk/views/${this.list?.path ?? 'mine'}`)
  }

  /** Fetches what happened since the last message; at most one request at a time. */
  async refresh() {
    this.#isStale = true
    this.#refreshing ??= this.#fetchNews().finally(() => { this.#refreshing = null })
    await this.#refreshing
  }

  /** Scrolls to the newest message. */
  toEnd() {
    const scroll = this.querySelector('.scroll')
    if (scroll) scroll.scrollTop = scroll.scrollHeight
    this.querySelector('.pill')?.remove()
  }

  /** The customer has read up to a message: the mark moves on to it. */
  #see({ conversation, message }) {
    if (conversation !== this.id) return
    this.#seen = message
    for (const mark of this.querySelectorAll('#messages .seen')) mark.remove()
    this.refresh()
  }

  async #fetchNews() {
    while (this.#isStale) {
      this.#isStale = false
      const { id } = this
      if (!id) return
      const last = [...this.querySelectorAll('#messages > .message')].at(-1)?.dataset.id ?? '0'
      try {
        const news = await fragment(
          `/desk/conversations/${id}/news?after=${last}&view=${this.#view}&seen=${this.#seen}`, this.#abort.signal
        )
        if (this.id === id) this.#apply(news)
      } catch (error) {
        if (error.name !== 'AbortError') console.warn(error)
      }
    }
  }

  #apply(news) {
    for (const template of news.querySelectorAll('template[data-replace]')) {
      const fresh = template.content.firstElementChild
      if (fresh) replace(fresh)
    }
    const wasAtEnd = this.#isAtEnd
    let added = 0
    for (const template of news.querySelectorAll('template[data-append]')) {
      const place = document.getElementById(template.dataset.append)
      for (const message of [...template.content.children]) {
        const known = document.getElementById(message.id)
        if (known) {
          renew(known, message)
          continue
        }
        message.classList.add('new')
        place.append(message)
        added += 1
      }
    }
    this.#title()
    if (!added) return
    if (wasAtEnd) this.toEnd()
    else this.#offerEnd()
  }

  /** After a gap, or a change of names: everything but what is being written. */
  async #renew() {
    const { id } = this
    if (!id) return
    try {
      const pane = await fragment(
        `/desk/conversations/${id}/pane?view=${this.#view}`,
        this.#abort.signal
      )
      if (this.id !== id) return
      const wasAtEnd = this.#isAtEnd
      for (const part of ['conversation-head', 'proposals', 'recipients', 'panel', 'messages']) {
        const fresh = pane.querySelector(`#${part}`)
        if (fresh) replace(fresh)
      }
      this.#watch()
      if (wasAtEnd) this.toEnd()
    } catch (error) {
      if (error.name !== 'AbortError') console.warn(error)
    }
  }

  /** What has to be done once a conversation stands in the pane. */
  #arrive() {
    this.#title()
    this.#seen = ''
    this.#watch()
    const scroll = this.querySelector('.scroll')
    this.#isAtEnd = true
    this.toEnd()
    scroll?.addEventListener('scroll', () => {
      this.#isAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < nearEnd
      if (this.#isAtEnd) this.querySelector('.pill')?.remove()
    }, { passive: true, signal: this.#abort.signal })
    this.dispatchEvent(new CustomEvent('conversation', { bubbles: true, detail: this.id }))
  }

  #title() {
    const subject = this.querySelector('#subject')?.textContent
    const title = subject ?? document.querySelector('#view-title')?.textContent
    if (!title) return
    const detail = `${title} · Rapport`
    document.dispatchEvent(new CustomEvent('desk-title', { detail }))
  }

  #offerEnd() {
    if (this.querySelector('.pill')) return
    const pill = element('button', { class: 'pill', type: 'button' }, text('newMessages'))
    pill.addEventListener('click', () => this.toEnd())
    this.querySelector('desk-composer')?.append(pill)
  }

  #watch() {
    this.#observer?.disconnect()
    const more = this.querySelector('#messages > .more')
    if (!more) return
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#loadOlder(more)
    }, { root: this.querySelector('.scroll'), rootMargin: '400px' })
    // Not before the pane has been scrolled to its end, else a window is loaded for nothing.
    requestAnimationFrame(() => this.#observer.observe(more))
  }

  /** Puts the window before on top, and keeps what is read where it is. */
  async #loadOlder(more) {
    this.#observer.disconnect()
    try {
      const older = await fragment(more.dataset.next, this.#abort.signal)
      if (!more.isConnected) return
      const scroll = this.querySelector('.scroll')
      const anchor = more.nextElementSibling
      const before = anchor?.getBoundingClientRect().top
      more.replaceWith(older)
      const moved = anchor ? anchor.getBoundingClientRect().top - before : 0
      scroll.scrollTop += moved
      this.#watch()
    } catch (error) {
      if (error.name !== 'AbortError') toast(error.message, 'bad')
    }
  }

  /** A click on the way to a conversation opens it here, unless it is to open elsewhere. */
  #follow(event) {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target.closest('a[href^="/desk/conversations/"]')
    const id = link?.pathname.match(/^\/desk\/conversations\/(\d+)$/)?.[1]
    if (!id || link.target || link.closest('.more')) return
    event.preventDefault()
    if (document.querySelector('#panel:popover-open')) {
      document.querySelector('#panel').hidePopover()
    }
    this.open(id, { focus: event.detail === 0 })
  }

  #return() {
    const id = location.pathname.match(/^\/desk\/conversations\/(\d+)$/)?.[1]
    if (id) this.open(id, { remember: false })
    else if (this.closest('main')) location.reload()
  }
}

customElements.define('desk-conversation', DeskConversation)
