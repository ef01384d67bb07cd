import { fragment, markup } from './http.js'
import { live } from './stream.js'
import { number } from './texts.js'

/** The list of conversations: kept in order by events, loaded in windows as one scrolls. */
class DeskList extends HTMLElement {
  #abort = null
  #observer = null
  #loading = false

  connectedCallback() {
    this.#abort = new AbortController()
    const { signal } = this.#abort
    live.addEventListener('change', ({ detail }) => this.#change(detail), { signal })
    live.addEventListener('reset', () => this.reload(), { signal })
    live.addEventListener('reload', () => this.reload(), { signal })
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#loadMore()
    }, { root: this, rootMargin: '600px' })
    this.#watch()
  }

  disconnectedCallback() {
    this.#abort?.abort()
    this.#observer?.disconnect()
  }

  get list() { return this.querySelector('#list') }
  get rows() { return [...this.list.querySelectorAll(':scope > .row')] }
  get path() { return this.list.dataset.path }

  /** The row whose conversation is open. */
  get selected() { return this.list.querySelector('.row:has([aria-current])') }

  /** Marks the row of the open conversation, and brings it into sight. */
  select(id) {
    for (const link of this.list.querySelectorAll('[aria-current]')) {
      link.removeAttribute('aria-current')
    }
    const row = id && this.list.querySelector(`#row-${CSS.escape(id)}`)
    if (!row) return
    row.querySelector('a').setAttribute('aria-current', 'true')
    row.scrollIntoView({ block: 'nearest' })
  }

  /** Loads the first window again; what is selected and focused stays so. */
  async reload() {
    try {
      const rows = await fragment(`/desk/views/${this.path}/rows`, this.#abort.signal)
      const selected = this.selected?.dataset.id
      const focused = this.#focusedRow()
      const top = this.scrollTop
      this.list.replaceChildren(rows)
      if (selected) this.#mark(selected)
      this.#focus(focused)
      this.scrollTop = top
      this.#watch()
    } catch (error) {
      if (error.name !== 'AbortError') console.warn(error)
    }
  }

  #change({ conversation, views, row }) {
    const old = this.list.querySelector(`#row-${CSS.escape(conversation)}`)
    if (!views.includes(this.list.dataset.view)) {
      old?.remove()
      return
    }
    const fresh = markup(row).querySelector('.row')
    if (!fresh) return
    const wasSelected = old?.matches(':has([aria-current])')
    const wasFocused = this.#focusedRow() === conversation
    const isMoved = !old || old.dataset[this.#order] !== fresh.dataset[this.#order]
    if (isMoved) this.#place(fresh, old)
    else old.replaceWith(fresh)
    if (wasSelected || document.querySelector('#conversation')?.dataset.id === conversation) {
      this.#mark(conversation)
    }
    if (wasFocused) this.#focus(conversation)
    if (isMoved && fresh.isConnected) fresh.classList.add('new')
  }

  /** What rows are ordered by, the greatest first. */
  get #order() { return this.list.dataset.view === 'upset' ? 'mood' : 'sort' }

  /** Puts the row where it belongs; beyond the last window it comes with the next one. */
  #place(fresh, old) {
    const order = this.#order
    const sort = Number(fresh.dataset[order])
    const id = BigInt(fresh.dataset.id)
    const next = this.rows.find((row) => {
      if (row === old) return false
      const [other, otherId] = [Number(row.dataset[order]), BigInt(row.dataset.id)]
      return other < sort || (other === sort && (order === 'mood' ? otherId > id : otherId < id))
    })
    old?.remove()
    const more = this.list.querySelector(':scope > .more')
    if (next) next.before(fresh)
    else if (!more) this.list.append(fresh)
  }

  #mark(id) {
    this.list.querySelector(`#row-${CSS.escape(id)} > a`)?.setAttribute('aria-current', 'true')
  }

  #focusedRow() {
    return this.contains(document.activeElement)
      ? document.activeElement.closest('.row')?.dataset.id : undefined
  }

  #focus(id) {
    if (id) {
      this.list.querySelector(`#row-${CSS.escape(id)} > a`)?.focus({ preventScroll: true })
    }
  }

  #watch() {
    this.#observer.disconnect()
    const more = this.list.querySelector(':scope > .more')
    if (more) this.#observer.observe(more)
  }

  async #loadMore() {
    const more = this.list.querySelector(':scope > .more')
    if (!more || this.#loading) return
    this.#loading = true
    try {
      const rows = await fragment(more.dataset.next, this.#abort.signal)
      for (const row of rows.querySelectorAll('.row')) {
        // What an event has brought already is newer than the window.
        if (this.list.querySelector(`#${CSS.escape(row.id)}`)) row.remove()
      }
      const selected = document.querySelector('#conversation')?.dataset.id
      more.replaceWith(rows)
      if (selected) this.#mark(selected)
    } catch (error) {
      if (error.name !== 'AbortError') console.warn(error)
    } finally {
      this.#loading = false
      this.#watch()
    }
  }
}

/** The counters of the views; those of which nothing is told hold nothing. */
live.addEventListener('counts', ({ detail }) => {
  for (const counter of document.querySelectorAll('[data-count]')) {
    const count = detail[counter.dataset.count] ?? 0
    counter.textContent = number(count)
    counter.toggleAttribute('data-zero', count === 0)
  }
})

customElements.define('desk-list', DeskList)
