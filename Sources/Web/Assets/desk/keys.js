import { openPalette } from './palette.js'
import { element, icon, text } from './texts.js'
import { undoLast } from './undo.js'

/**
 * Every key of the desk, declared once: what it is, what it says in the help, what it does.
 * `g m` is one key after the other.
 */
const list = () => document.querySelector('desk-list')
const pane = () => document.querySelector('desk-conversation')
const composer = () => document.querySelector('desk-composer')
const viewName = (path) =>
  document.querySelector(`#views a[href="/desk/views/${path}"] .name`)?.textContent

const keys = [
  { keys: 'j', group: 'keysList', text: 'keyNext', run: () => walk(1) },
  { keys: 'k', group: 'keysList', text: 'keyPrevious', run: () => walk(-1) },
  { keys: 'Enter', group: 'keysList', text: 'keyOpen', run: open },
  { keys: 'u', group: 'keysList', text: 'keyBack', run: () => pane()?.id && pane().close() },
  { keys: 'r', group: 'keysConversation', text: 'keyReply', run: () => composer()?.write('reply') },
  { keys: 'n', group: 'keysConversation', text: 'keyNote', run: () => composer()?.write('note') },
  { keys: 'e', group: 'keysConversation', text: 'keyResolve', run: () => submit('resolve') },
  { keys: 't', group: 'keysConversation', text: 'keyTake', run: () => submit('take') },
  { keys: 's', group: 'keysConversation', text: 'keySnooze', run: () => menu('snooze') },
  { keys: 'a', group: 'keysConversation', text: 'keyAssign', run: () => menu('assign') },
  { keys: 'l', group: 'keysConversation', text: 'keyLabel', run: () => menu('labels') },
  { keys: 'p', group: 'keysConversation', text: 'keyPriority', run: () => menu('priority') },
  { keys: 'Mod Enter', group: 'keysConversation', text: 'keySend' },
  { keys: 'Mod z', group: 'keysConversation', text: 'keyUndo' },
  { keys: '/', group: 'keysEverywhere', text: 'keySearch', run: () => go('/desk/search') },
  { keys: 'c', group: 'keysEverywhere', text: 'keyNew', run: () => go('/desk/new') },
  { keys: 'Mod k', group: 'keysEverywhere', text: 'keyPalette' },
  { keys: '?', group: 'keysEverywhere', text: 'keyHelp', run: help },
  ...[['m', 'mine'], ['u', 'unassigned'], ['a', 'all'], ['w', 'waiting'], ['s', 'snoozed'],
    ['d', 'resolved']]
    .map(([key, path]) => ({
      keys: `g ${key}`, group: 'keysGo', say: () => viewName(path),
      run: () => go(`/desk/views/${path}`),
    })),
]

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform)
let first = null
let firstTimer = null

/** The commands for the palette: everything that has a key and does something. */
export const commands = () => keys
  .filter((key) => key.run && key.run !== help)
  .filter((key) => key.group !== 'keysConversation' || pane()?.id)
  .filter((key) => key.group !== 'keysList' || list())
  .map((key) => ({ title: words(key), keys: key.keys, run: key.run, group: key.group }))

const words = (key) => (key.say ? key.say() : text(key.text)) ?? ''

document.addEventListener('keydown', (event) => {
  const command = event.ctrlKey || event.metaKey
  if (command && !event.shiftKey && !event.altKey && letter(event) === 'k') {
    event.preventDefault()
    openPalette(commands())
    return
  }
  if (command && !event.shiftKey && !event.altKey && letter(event) === 'z') {
    if (!isTyping(event.target) && undoLast()) event.preventDefault()
    return
  }
  if (event.defaultPrevented || command || event.altKey || isTyping(event.target)) return
  if (document.querySelector('dialog[open]')) return
  const key = find(event)
  if (!key) return
  event.preventDefault()
  key.run()
})

/** By the place on the keyboard where the layout has no Latin letters, as Persian or Greek. */
function letter(event) {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase()
  if (event.key.length === 1 && !/[\x21-\x7e]/.test(event.key) && /^Key[A-Z]$/.test(event.code)) {
    return event.code.at(-1).toLowerCase()
  }
  return event.key === '؟' ? '?' : event.key
}

function find(event) {
  const pressed = letter(event)
  if (first) {
    const both = `${first} ${pressed}`
    forget()
    return keys.find((key) => key.keys === both)
  }
  if (pressed === 'g' && !event.shiftKey) {
    first = 'g'
    firstTimer = setTimeout(forget, 1200)
    return null
  }
  if (pressed === 'Enter' && event.target.closest?.('a, button, summary, [tabindex="0"]')) {
    return null
  }
  return keys.find((key) => key.run && key.keys === pressed)
}

function forget() {
  clearTimeout(firstTimer)
  first = null
}

const isTyping = (target) => target.closest?.(
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'
)

/** Goes up or down the list: opens where there is room for both, else moves the focus. */
function walk(step) {
  const rows = list()?.rows ?? []
  if (!rows.length) return
  const focused = document.activeElement.closest?.('.row')
  const current = focused ?? list().selected
  const index = current ? rows.indexOf(current) + step : step > 0 ? 0 : rows.length - 1
  const row = rows[Math.max(0, Math.min(index, rows.length - 1))]
  if (!row || row === current) return
  row.querySelector('a').focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
  if (pane()?.id && matchMedia('(width >= 44rem)').matches) {
    clearTimeout(walk.timer)
    walk.timer = setTimeout(() => pane().open(row.dataset.id), 120)
  }
}

function open() {
  const row = list()?.selected ?? list()?.rows[0]
  if (row) pane()?.open(row.dataset.id, { focus: true })
}

function submit(action) {
  const form = document.querySelector(`#conversation-head form[data-action="${action}"]`)
  form?.requestSubmit(form.querySelector('button'))
}

function menu(name) {
  const details = document.querySelector(`details[data-menu="${name}"]`)
  if (!details) return
  details.open = true
  details.querySelector('.sheet button, .sheet input:not([type="hidden"])')?.focus()
}

function go(address) {
  location.assign(address)
}

/** The dialog of all keys, made from the table. */
function help() {
  const groups = Map.groupBy(keys, (key) => key.group)
  const sections = [...groups].map(([group, entries]) => element('section', {},
    element('h3', {}, text(group)),
    element('dl', {}, ...entries.map((key) => element('div', {},
      element('dt', {}, words(key)), element('dd', { dir: 'ltr' }, ...caps(key.keys)))))))
  const close = element('button', {
    class: 'button quiet compact', type: 'button', title: text('close'),
    'aria-label': text('close'),
  }, icon('close'))
  const title = element('h2', { id: 'keys-title' }, text('keys'))
  const dialog = element('dialog', { class: 'keys', 'aria-labelledby': 'keys-title' },
    element('header', {}, title, close), element('div', { tabindex: 0 }, ...sections))
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close() })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function caps(combination) {
  const parts = combination.split(' ')
  const isChord = parts[0] === 'Mod'
  return parts.flatMap((part, index) => [
    index && !isChord ? text('then') : null,
    element('kbd', {}, part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : part === 'Enter' ? '↵' : part),
  ])
}
