/** What scripts say and draw; the server puts both into templates, in the reader's language. */

const root = document.documentElement

export const language = root.lang || 'en'

const texts = new Map(
  [...(document.querySelector('#texts')?.content.querySelectorAll('data') ?? [])]
    .map((entry) => [entry.value, entry.textContent])
)

/** The text of that name, with `{name}` and the like filled from `values`. */
export function text(name, values = {}) {
  return (texts.get(name) ?? name).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all)
}

/** A fresh drawing, or nothing if the page does not carry it. */
export function icon(name) {
  const drawing = document.querySelector('#icons')?.content.querySelector(`.icon-${name}`)
  return drawing ? drawing.cloneNode(true) : document.createTextNode('')
}

const numbers = new Intl.NumberFormat(language)

export const number = (value) => numbers.format(value)

/** An element with its attributes and children; texts become text, never markup. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '')
    else if (value !== false && value != null) made.setAttribute(key, value)
  }
  made.append(...children.filter((child) => child != null))
  return made
}
