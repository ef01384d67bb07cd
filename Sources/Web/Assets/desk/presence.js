import { post } from './http.js'
import { live } from './stream.js'
import { element, text } from './texts.js'

/** Who else looks at the conversation or types in it, told and shown. */

const everyMilliseconds = 20_000
const typingMilliseconds = 4000
const tab = Math.random().toString(36).slice(2)
const agent = document.body.dataset.agent
let conversation = ''
let typedAt = 0
let kind = 'reply'

function tell() {
  // A note is none of the customer's business, not even that it is being written.
  const writing = kind === 'note' ? 'noting' : 'typing'
  const doing = Date.now() - typedAt < typingMilliseconds ? writing : 'looking'
  // Presence is a courtesy: the next one says the same again.
  post('/desk/presence', { conversation, doing, tab }).catch(() => {})
}

document.addEventListener('conversation', ({ detail }) => {
  if (detail === conversation) return
  if (conversation) leave()
  conversation = detail
  typedAt = 0
  tell()
})

document.addEventListener('typing', ({ detail }) => {
  kind = detail
  const now = Date.now()
  const isNews = now - typedAt >= typingMilliseconds - 1000
  if (!isNews) return
  typedAt = now
  tell()
  setTimeout(() => {
    if (Date.now() - typedAt >= typingMilliseconds) tell()
  }, typingMilliseconds + 50)
})

function leave() {
  post('/desk/presence', { conversation, doing: 'gone', tab }, { keepalive: true })
    .catch(() => {})
}

window.addEventListener('pagehide', () => {
  if (conversation) leave()
})

setInterval(() => {
  if (conversation && !document.hidden) tell()
}, everyMilliseconds)

live.addEventListener('presence', ({ detail }) => {
  if (!detail || detail.conversation !== conversation) return
  const place = document.querySelector('#presence')
  if (!place) return
  const others = (detail.people ?? []).filter((person) => person.id !== agent)
  const words = others.map((person) => element(
    'span', { class: person.doing }, text(person.doing, { name: person.name })
  ))
  if (detail.customer === 'typing') {
    words.push(element('span', { class: 'typing' }, text('customerTyping')))
  }
  place.replaceChildren(...words)
})
