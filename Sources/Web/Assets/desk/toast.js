import { element, icon } from './texts.js'

const mostShown = 3
const shownMilliseconds = 5000

/**
 * Says something in passing; `tone` is `info`, `good` or `bad`. The same text is not said twice at
 * once.
 */
export function toast(message, tone = 'info') {
  const place = document.querySelector('#toasts')
  if (!place || [...place.children].some((shown) => shown.textContent === message)) return
  const drawing = { good: 'check', bad: 'alert' }[tone] ?? 'info'
  const words = element('span', {}, message)
  const shown = element('p', { class: `toast ${tone}` }, icon(drawing), words)
  place.append(shown)
  while (place.children.length > mostShown) place.firstElementChild.remove()
  setTimeout(() => shown.remove(), shownMilliseconds)
}
