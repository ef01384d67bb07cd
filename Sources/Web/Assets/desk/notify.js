import { markup } from './http.js'
import { isLeader, live } from './stream.js'
import { number, text } from './texts.js'
import { toast } from './toast.js'

/** Tells of new messages: in the title always, by the browser and by a sound if one wants it. */

const own = `agent-${document.body.dataset.agent}`
const soundKey = 'rapport-sound'
const notifyKey = 'rapport-notify'
let title = document.title
let unseen = 0

document.addEventListener('desk-title', ({ detail }) => {
  title = detail
  show()
})

function show() {
  document.title = unseen ? `(${number(unseen)}) ${title}` : title
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return
  unseen = 0
  show()
})

live.addEventListener('change', ({ detail }) => {
  if (!detail?.incoming || !detail.views.includes(own)) return
  if (document.hidden) {
    unseen += 1
    show()
  }
  // Of all the tabs of a browser one speaks.
  if (isLeader()) announce(detail)
})

function announce({ conversation, row }) {
  const isWatched = !document.hidden && document.hasFocus()
    && document.querySelector('#conversation')?.dataset.id === conversation
  if (isWatched) return
  if (isOn(soundKey)) chime()
  if (!isOn(notifyKey) || !('Notification' in window)) return
  if (Notification.permission !== 'granted') return
  const shown = markup(row)
  const notification = new Notification(
    text('notifyTitle', { name: shown.querySelector('.name')?.textContent ?? '' }),
    {
      body: shown.querySelector('.snippet')?.textContent ?? '',
      tag: `conversation-${conversation}`,
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
    }
  )
  notification.addEventListener('click', () => {
    window.focus()
    const pane = document.querySelector('desk-conversation')
    if (pane) pane.open(conversation)
    else location.assign(`/desk/conversations/${conversation}`)
    notification.close()
  })
}

const isOn = (key) => localStorage.getItem(key) === '1'

/** Two soft notes, made here: there is no file to load. */
function chime() {
  const audio = new AudioContext()
  for (const [index, pitch] of [660, 880].entries()) {
    const start = audio.currentTime + index * 0.12
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(0.08, start + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.5)
    tone.connect(volume).connect(audio.destination)
    tone.start(start)
    tone.stop(start + 0.55)
  }
  setTimeout(() => audio.close(), 1000)
}

/** What the palette offers about it. */
export function notificationCommands() {
  const commands = [isOn(soundKey)
    ? { title: text('soundOff'), icon: 'info', run: () => localStorage.setItem(soundKey, '0') }
    : { title: text('soundOn'), icon: 'info', run: turnSoundOn }]
  if ('Notification' in window) {
    commands.push({ title: text('notifyAsk'), icon: 'info', run: toggleNotifications })
  }
  return commands
}

function turnSoundOn() {
  localStorage.setItem(soundKey, '1')
  chime()
}

async function toggleNotifications() {
  const wanted = !isOn(notifyKey) || Notification.permission !== 'granted'
  const isGranted = wanted && (await Notification.requestPermission()) === 'granted'
  localStorage.setItem(notifyKey, isGranted ? '1' : '0')
  toast(text(isGranted ? 'notifyOn' : 'notifyOff'), isGranted ? 'good' : 'info')
}
