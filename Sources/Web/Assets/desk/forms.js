import { post } from './http.js'
import { element, icon, text } from './texts.js'
import { toast } from './toast.js'
import { zoned } from './time.js'

/** Forms marked `data-live` are sent without leaving the page; faults stand beside their field. */
document.addEventListener('submit', async (event) => {
  const form = event.target
  if (event.defaultPrevented || !form.matches('form[data-live]')) return
  event.preventDefault()
  if (form.getAttribute('aria-busy') === 'true') return
  const fields = new FormData(form, event.submitter)
  const zonedField = form.dataset.zoned
  if (zonedField && fields.get(zonedField)) fields.set(zonedField, zoned(fields.get(zonedField)))
  const menu = form.closest('details.menu')
  const buttons = [...form.querySelectorAll('button')].filter((button) => !button.disabled)
  hold(form, buttons, true)
  try {
    await post(form.action, fields)
    clear(form)
    if (menu) closeMenu(menu)
    form.dispatchEvent(new CustomEvent('done', { bubbles: true, detail: { fields } }))
  } catch (error) {
    fail(form, error)
  } finally {
    hold(form, buttons, false)
  }
})

/** What the action changed is fetched at once; the stream's word may come later. */
document.addEventListener('done', (event) => {
  if (event.target.closest('desk-conversation')) {
    document.querySelector('desk-conversation').refresh()
  }
  if (event.target.id === 'availability') showAvailability(event.target)
})

function showAvailability(form) {
  const input = form.elements.available
  const isHere = input.value === '1'
  const button = form.querySelector('.presence')
  button.classList.toggle('here', isHere)
  button.classList.toggle('gone', !isHere)
  button.setAttribute('aria-pressed', String(isHere))
  const { available, away } = button.dataset
  button.querySelector('small').textContent = isHere ? available : away
  input.value = isHere ? '0' : '1'
}

function hold(form, buttons, isHeld) {
  form.toggleAttribute('aria-busy', isHeld)
  if (isHeld) form.setAttribute('aria-busy', 'true')
  // A disabled button would lose the focus; it is enough that a second press does nothing.
  for (const button of buttons) button.setAttribute('aria-disabled', String(isHeld))
}

function fail(form, error) {
  clear(form)
  if (error.status === 409 && form.dataset.action === 'take') {
    toast(error.message || text('taken'), 'bad')
    form.dispatchEvent(new CustomEvent('done', { bubbles: true, detail: {} }))
    return
  }
  let isShown = false
  for (const [name, words] of error.fields ?? []) {
    const control = form.elements.namedItem(name)
    if (!control || !words) continue
    const id = `fault-${name}`
    control.setAttribute('aria-invalid', 'true')
    control.setAttribute('aria-describedby', id)
    const fault = element('p', { class: 'fault', id }, icon('alert'), words)
    const place = control.closest('.field') ?? form
    place.append(fault)
    control.focus()
    isShown = true
  }
  if (!isShown) toast(error.status ? error.message : text('failed'), 'bad')
}

function clear(form) {
  for (const fault of form.querySelectorAll('.fault')) fault.remove()
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid')
    control.removeAttribute('aria-describedby')
  }
}

function closeMenu(menu) {
  const hadFocus = menu.contains(document.activeElement)
  menu.open = false
  if (hadFocus) menu.querySelector('summary').focus()
}

/** A menu closes by Escape, by a click elsewhere, and when the focus has left it. */
document.addEventListener('keydown', (event) => {
  const menu = document.querySelector('details.menu[open]')
  if (!menu) return
  if (event.key === 'Escape') {
    event.preventDefault()
    event.stopPropagation()
    closeMenu(menu)
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    step(menu, event)
  }
}, { capture: true })

function step(menu, event) {
  const choices = [...menu.querySelectorAll('.sheet :is(button, input:not([type="hidden"]))')]
  const index = choices.indexOf(document.activeElement)
  if (document.activeElement.type === 'datetime-local') return
  event.preventDefault()
  const next = index + (event.key === 'ArrowDown' ? 1 : -1)
  choices.at(index < 0 ? 0 : next % choices.length)?.focus()
}

document.addEventListener('pointerdown', (event) => {
  const menu = document.querySelector('details.menu[open]')
  if (menu && !menu.contains(event.target)) menu.open = false
})

document.addEventListener('focusin', (event) => {
  const menu = document.querySelector('details.menu[open]')
  if (menu && !menu.contains(event.target)) menu.open = false
})
