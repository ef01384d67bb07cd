import { language } from './texts.js'

const { zone, calendar: wanted } = document.documentElement.dataset
// Intl has a name of its own for the one that most people use.
const calendar = wanted === 'gregorian' ? 'gregory' : wanted
const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const format = (options) => {
  const known = { ...options }
  if (zone) known.timeZone = zone
  if (calendar) known.calendar = calendar
  try {
    return new Intl.DateTimeFormat(language, known)
  } catch {
    // A zone or calendar that this browser does not know: its own will do.
    return new Intl.DateTimeFormat(language, options)
  }
}

const hours = format({ hour: 'numeric', minute: '2-digit' })
const weekday = format({ weekday: 'short', hour: 'numeric', minute: '2-digit' })
const date = format({ day: 'numeric', month: 'short' })
const year = format({ day: 'numeric', month: 'short', year: 'numeric' })
const full = format({ dateStyle: 'full', timeStyle: 'short' })
const dated = format({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' })
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
const days = format({ year: 'numeric', month: 'numeric', day: 'numeric' })
const years = format({ year: 'numeric' })

const sameDay = (a, b) => days.format(a) === days.format(b)

/** As short as a row needs it. */
function short(time, now) {
  const age = now - time
  if (Math.abs(age) < minute) return relative.format(0, 'second')
  if (Math.abs(age) < hour) return relative.format(-Math.trunc(age / minute), 'minute')
  if (sameDay(time, now)) return hours.format(time)
  if (Math.abs(age) < 6 * day) return weekday.format(time)
  return years.format(time) === years.format(now) ? date.format(time) : year.format(time)
}

const long = (time, now) => (sameDay(time, now) ? hours.format(time) : dated.format(time))

/** Writes its time in the reader's language, zone, calendar and digits, and keeps it true. */
class LocalTime extends HTMLElement {
  connectedCallback() {
    this.write(Date.now())
    shown.add(this)
  }

  disconnectedCallback() {
    shown.delete(this)
  }

  write(now) {
    const element = this.querySelector('time')
    const time = Date.parse(element?.dateTime)
    if (Number.isNaN(time)) return
    const style = this.dataset.style
    const words = style === 'short' ? short(time, now) : long(time, now)
    if (element.textContent !== words) element.textContent = words
    if (!element.title) element.title = full.format(time)
    if (style === 'due') element.classList.toggle('late', time < now)
  }
}

const shown = new Set()

setInterval(() => {
  const now = Date.now()
  for (const time of shown) time.write(now)
}, 30_000)

customElements.define('local-time', LocalTime)

/**
 * The moment that the clocks in the reader's zone show as `text` (`2026-11-22T09:30`).
 *
 * Where clocks are put back the first of the two is meant; where they are put on, the time after.
 */
export function zoned(text) {
  const shown = Date.parse(`${text}Z`)
  let moment = shown
  // The offset at the guess may differ from the one at the result, so it is looked up again.
  for (let round = 0; round < 2; round += 1) moment = shown - offset(moment)
  return new Date(moment).toISOString()
}

function offset(moment) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone || undefined, hourCycle: 'h23', calendar: 'gregory',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment)
  const value = (type) => Number(parts.find((part) => part.type === type).value)
  const shown = Date.UTC(
    value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second')
  )
  return shown - Math.floor(moment / 1000) * 1000
}
