import { Fault, post } from './http.js'

/**
 * Messages on their way. Each keeps its key until the server has acknowledged it, over reloads of
 * the page too, so that a weak line neither loses a message nor sends it twice.
 */

const prefix = 'rapport-outbox-'
const firstWaitMilliseconds = 1000
const longestWaitMilliseconds = 30_000
const running = new Map()

/** Dispatches `sent`, `waiting` and `refused` with `{conversation, message, error}`. */
export const outbox = new EventTarget()

/** The message of the conversation that is still on its way, or nothing. */
export function pending(conversation) {
  try {
    return JSON.parse(localStorage.getItem(prefix + conversation))
  } catch {
    return null
  }
}

/** Sends the message, and tries until there is an answer; one per conversation at a time. */
export function send(conversation, message) {
  localStorage.setItem(prefix + conversation, JSON.stringify(message))
  return deliver(conversation, message)
}

/** Goes on with what an earlier page could not finish. */
export function resume() {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(prefix)) continue
    const conversation = name.slice(prefix.length)
    const message = pending(conversation)
    if (message) deliver(conversation, message)
  }
}

function deliver(conversation, message) {
  const found = running.get(conversation)
  if (found) return found
  const delivery = attempt(conversation, message).finally(() => running.delete(conversation))
  running.set(conversation, delivery)
  return delivery
}

async function attempt(conversation, message) {
  for (let wait = firstWaitMilliseconds; ; wait = Math.min(wait * 2, longestWaitMilliseconds)) {
    try {
      await post(`/desk/conversations/${conversation}/messages`, message)
      localStorage.removeItem(prefix + conversation)
      tell('sent', conversation, message)
      return
    } catch (error) {
      if (isFinal(error)) {
        localStorage.removeItem(prefix + conversation)
        tell('refused', conversation, message, error)
        return
      }
      tell('waiting', conversation, message, error)
      await pause(wait)
    }
  }
}

/** A clear no ends it; no answer, too much to do or a fault over there does not. */
const isFinal = (error) =>
  error instanceof Fault && error.status < 500 && ![408, 425, 429].includes(error.status)
  && error.code !== 'stillRunning'

const pause = (milliseconds) => new Promise((resolve) => {
  const timer = setTimeout(done, milliseconds)
  function done() {
    clearTimeout(timer)
    window.removeEventListener('online', done)
    resolve()
  }
  window.addEventListener('online', done)
})

function tell(name, conversation, message, error) {
  outbox.dispatchEvent(new CustomEvent(name, { detail: { conversation, message, error } }))
}
