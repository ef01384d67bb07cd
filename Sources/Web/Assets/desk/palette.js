import { ask } from './http.js'
import { notificationCommands } from './notify.js'
import { element, icon, text } from './texts.js'

const typingMilliseconds = 150
const mostCommands = 12

/** Everything in one field: commands, pages, conversations and customers. */
class Palette {
  #commands
  #dialog
  #input
  #box
  #options = []
  #found = []
  #chosen = 0
  #timer = null
  #asking = null

  constructor(commands) {
    this.#commands = [...commands, ...pages(), ...notificationCommands()]
    this.#input = element('input', {
      type: 'text', role: 'combobox', dir: 'auto', autocomplete: 'off', spellcheck: 'false',
      placeholder: text('palettePlaceholder'), 'aria-label': text('palette'),
      'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list',
    })
    this.#box = element('div', {
      role: 'listbox', id: 'palette-list', 'aria-label': text('palette'),
    })
    this.#dialog = element('dialog', { class: 'palette', 'aria-label': text('palette') },
      this.#input, this.#box)
    this.#input.addEventListener('input', () => this.#type())
    this.#dialog.addEventListener('keydown', (event) => this.#key(event))
    this.#dialog.addEventListener('click', (event) => this.#click(event))
    this.#dialog.addEventListener('close', () => {
      this.#asking?.abort()
      clearTimeout(this.#timer)
      this.#dialog.remove()
    })
    document.body.append(this.#dialog)
    this.#dialog.showModal()
    this.#draw()
  }

  #type() {
    this.#found = []
    this.#chosen = 0
    this.#draw()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#search(), typingMilliseconds)
  }

  async #search() {
    const query = this.#input.value.trim()
    this.#asking?.abort()
    if (!query) return
    this.#asking = new AbortController()
    const { signal } = this.#asking
    try {
      const response = await ask(`/desk/commands?q=${encodeURIComponent(query)}`, { signal })
      const { items } = await response.json()
      this.#found = items.map((item) => ({
        title: item.title, hint: item.hint, icon: 'chat', run: () => visit(item.href),
      }))
      this.#draw()
    } catch (error) {
      // The commands of the desk itself still work.
      if (error.name !== 'AbortError') console.warn(error)
    }
  }

  #draw() {
    const query = this.#input.value.trim().toLocaleLowerCase()
    const commands = this.#commands
      .filter((command) => command.title.toLocaleLowerCase().includes(query))
      .slice(0, mostCommands)
    this.#options = [...commands, ...this.#found]
    this.#chosen = Math.min(this.#chosen, Math.max(this.#options.length - 1, 0))
    const rows = this.#options.map((option, index) => this.#option(option, index))
    const groups = []
    if (commands.length) groups.push(group(text('paletteActions'), rows.slice(0, commands.length)))
    if (this.#found.length) groups.push(group(text('paletteFound'), rows.slice(commands.length)))
    if (!groups.length) groups.push(element('p', { class: 'none' }, text('paletteNone')))
    this.#box.replaceChildren(...groups)
    const active = rows[this.#chosen]
    this.#input.setAttribute('aria-activedescendant', active?.id ?? '')
    active?.scrollIntoView({ block: 'nearest' })
  }

  #option(option, index) {
    const hint = option.keys
      ? element('span', { class: 'hint', dir: 'ltr' },
        ...option.keys.split(' ').map((key) => element('kbd', {}, key === 'Enter' ? '↵' : key)))
      : element('span', { class: 'hint', dir: 'auto' }, option.hint ?? '')
    return element('div', {
      role: 'option', id: `palette-${index}`, 'data-index': index,
      'aria-selected': String(index === this.#chosen),
    }, icon(option.icon ?? 'spark'),
    element('span', { class: 'name', dir: 'auto' }, option.title), hint)
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      const count = Math.max(this.#options.length, 1)
      this.#chosen = (this.#chosen + step + count) % count
      this.#draw()
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      this.#run(this.#options[this.#chosen])
    }
  }

  #click(event) {
    if (event.target === this.#dialog) this.#dialog.close()
    const index = event.target.closest('[role="option"]')?.dataset.index
    if (index !== undefined) this.#run(this.#options[Number(index)])
  }

  #run(option) {
    if (!option) return
    this.#dialog.close()
    option.run()
  }
}

const group = (title, rows) => element('div', { role: 'group', 'aria-label': title },
  element('div', { class: 'group', 'aria-hidden': 'true' }, title), ...rows)

/** Every page that the navigation leads to and that has no key of its own. */
function pages() {
  return [...document.querySelectorAll('#views a[data-view^="team-"], #views .foot a, .tabs a')]
    .map((link) => ({
      title: (link.querySelector('.name, .unseen') ?? link).textContent.trim(),
      icon: 'search',
      run: () => location.assign(link.href),
    }))
}

/** A conversation opens beside the list if there is one; all else is a page. */
function visit(address) {
  const id = address.match(/^\/desk\/conversations\/(\d+)$/)?.[1]
  const pane = document.querySelector('desk-conversation')
  if (id && pane) pane.open(id, { focus: true })
  else location.assign(address)
}

export function openPalette(commands) {
  const open = document.querySelector('dialog.palette')
  if (open) open.close()
  else if (!document.querySelector('dialog[open]')) new Palette(commands)
}
