import { ask } from './http.js'
import { insert } from './insert.js'
import { element, text } from './texts.js'
import { toast } from './toast.js'

const mostShown = 8

/** The picker of saved replies: a slash at the beginning of a line, narrowed by what follows it. */
export class SavedReplies {
  #host
  #area
  #conversation
  #items = null
  #box = null
  #found = []
  #chosen = 0
  #byButton = false

  constructor(host, area, conversation, signal) {
    this.#host = host
    this.#area = area
    this.#conversation = conversation
    area.addEventListener('input', () => this.#look(), { signal })
    area.addEventListener('blur', () => this.#close(), { signal })
    signal.addEventListener('abort', () => this.#close())
  }

  /** Shows all of them. */
  async show() {
    this.#byButton = true
    this.#area.focus()
    await this.#open('')
  }

  /** Whether the key was the picker's. */
  take(event) {
    if (!this.#box) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const count = Math.max(this.#found.length, 1)
      this.#chosen = (this.#chosen + step + count) % count
      this.#draw()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      if (!this.#found.length) return false
      this.#use(this.#found[this.#chosen])
    } else if (event.key === 'Escape') {
      this.#close()
    } else {
      return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  #look() {
    const query = this.#slash()
    if (query !== null) {
      this.#byButton = false
      this.#open(query)
    } else {
      this.#close()
    }
  }

  /** What stands between the slash at the line's beginning and the caret. */
  #slash() {
    const { value, selectionStart } = this.#area
    return value.slice(0, selectionStart).match(/(?:^|\n)\/([^\n/]{0,40})$/)?.[1] ?? null
  }

  async #open(query) {
    try {
      this.#items ??= await this.#load()
    } catch (error) {
      toast(error.message, 'bad')
      return
    }
    if (document.activeElement !== this.#area) return
    const words = query.toLocaleLowerCase()
    this.#found = this.#items
      .filter((item) => `${item.name} ${item.text}`.toLocaleLowerCase().includes(words))
      .slice(0, mostShown)
    this.#chosen = 0
    this.#draw()
  }

  async #load() {
    const response = await ask(`/desk/saved-replies?conversation=${this.#conversation}`)
    return (await response.json()).items
  }

  #draw() {
    if (!this.#box) {
      this.#box = element('div', {
        class: 'saved', id: 'saved-replies', role: 'listbox', 'aria-label': text('savedReplies'),
      })
      // The focus stays in the text.
      this.#box.addEventListener('mousedown', (event) => event.preventDefault())
      this.#box.addEventListener('click', (event) => {
        const index = event.target.closest('[role="option"]')?.dataset.index
        if (index !== undefined) this.#use(this.#found[Number(index)])
      })
      this.#host.append(this.#box)
    }
    const options = this.#found.map((item, index) => element('div', {
      role: 'option', id: `saved-${index}`, 'data-index': index,
      'aria-selected': String(index === this.#chosen),
    }, element('span', { dir: 'auto' }, item.name), element('small', { dir: 'auto' }, item.text)))
    const none = element('p', { class: 'none' }, text('savedRepliesNone'))
    this.#box.replaceChildren(...(options.length ? options : [none]))
    this.#area.setAttribute('aria-controls', 'saved-replies')
    this.#area.setAttribute('aria-activedescendant', options.length ? `saved-${this.#chosen}` : '')
    options[this.#chosen]?.scrollIntoView({ block: 'nearest' })
  }

  #use(item) {
    const end = this.#area.selectionStart
    const typed = this.#byButton ? 0 : (this.#slash()?.length ?? -1) + 1
    this.#close()
    insert(this.#area, item.text, end - typed, end)
  }

  #close() {
    this.#box?.remove()
    this.#box = null
    this.#area.removeAttribute('aria-controls')
    this.#area.removeAttribute('aria-activedescendant')
  }
}
