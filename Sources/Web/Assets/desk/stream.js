/**
 * One stream of events per browser, shared by its tabs.
 *
 * Browsers allow six connections to a server, so the tab that holds a lock listens and passes
 * everything on; when it closes, the next in line goes on from its own position. Every tab keeps
 * the position up to which it has seen everything, and drops what comes again. A tab that joins
 * asks for what it missed; if the listener no longer has it, the tab loads afresh.
 */

const kinds = ['change', 'presence', 'seen', 'reset']
const mostKept = 500
const longestWaitMilliseconds = 30_000

/**
 * Dispatches `change` for each conversation, `counts`, `presence`, `seen`, `reset`, `reload` and
 * `connection` with `detail`.
 */
export const live = new EventTarget()

const body = document.body
const agent = body.dataset.agent
let position = body.dataset.position ?? '0'
let channel = null
let leader = null

/** Whether this tab is the one that listens for all. */
export const isLeader = () => leader !== null

/** Starts to listen; the page must carry an agent and a position. */
export function listen() {
  if (!agent || !('EventSource' in window)) return
  channel = new BroadcastChannel(`rapport-${agent}`)
  channel.addEventListener('message', ({ data }) => receive(data))
  channel.postMessage({ kind: 'hello', position })
  if (navigator.locks) {
    navigator.locks.request(`rapport-stream-${agent}`, () => lead())
  } else {
    // Without locks (a page not served securely) every tab listens for itself.
    channel.close()
    channel = null
    lead()
  }
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) channel?.postMessage({ kind: 'hello', position })
  })
}

/** Leads until the tab goes: the lock is held as long as the promise is open. */
function lead() {
  leader = new Leader(position)
  channel?.postMessage({ kind: 'lead' })
  return new Promise(() => {})
}

function receive(message) {
  switch (message.kind) {
    case 'event':
      deliver(message)
      break
    case 'hello':
      leader?.catchUp(message.position)
      break
    case 'lead':
      channel.postMessage({ kind: 'hello', position })
      break
    case 'missed':
      if (message.position === position) dispatch('reset', null)
      break
    case 'connection':
      dispatch('connection', message.open)
      break
  }
}

/** Passes on what this tab has not seen yet. */
function deliver({ name, data, id, lasting }) {
  if (lasting && id) {
    if (isSeen(id)) return
    move(id)
    tell(data)
    return
  }
  if (name === 'reset' && id) {
    // What lies between is fetched afresh, not told.
    move(id)
  }
  dispatch(name, data)
}

/** All that one step of the log changed comes at once. */
function tell({ changes = [], counts = null, reload = false } = {}) {
  for (const change of changes) dispatch('change', change)
  if (counts) dispatch('counts', counts)
  if (reload) dispatch('reload', null)
}

function move(id) {
  position = id
  body.dataset.position = id
}

const isSeen = (id) => {
  try {
    return BigInt(id) <= BigInt(position)
  } catch {
    // A position that is no number cannot be ordered; a second look does no harm.
    return id === position
  }
}

function dispatch(name, detail) {
  live.dispatchEvent(new CustomEvent(name, { detail }))
}

class Leader {
  #kept = []
  #source = null
  #wait = 1000
  #start
  #last

  constructor(start) {
    this.#start = start
    this.#last = start
    this.#open()
  }

  /** Tells the tab that is at `from` what it missed. */
  catchUp(from) {
    const reaches = this.#start === from || this.#kept.some((event) => event.id === from)
    if (!reaches && !this.#isAhead(from)) {
      channel?.postMessage({ kind: 'missed', position: from })
      return
    }
    for (const event of this.#kept) channel?.postMessage(event)
  }

  /** Whether the tab's page is newer than what was kept from, so nothing can be missing. */
  #isAhead(from) {
    try {
      return BigInt(from) >= BigInt(this.#start)
    } catch {
      return false
    }
  }

  #open() {
    this.#source = new EventSource(`/desk/stream?after=${encodeURIComponent(this.#last)}`)
    this.#source.addEventListener('open', () => {
      this.#wait = 1000
      this.#tell(true)
    })
    this.#source.addEventListener('error', () => this.#fail())
    for (const name of kinds) {
      this.#source.addEventListener(name, (event) => this.#pass(name, event))
    }
  }

  /** The browser tries again by itself, unless the server answered with a fault. */
  #fail() {
    this.#tell(false)
    if (this.#source.readyState !== EventSource.CLOSED) return
    setTimeout(() => this.#open(), this.#wait)
    this.#wait = Math.min(this.#wait * 2, longestWaitMilliseconds)
  }

  #pass(name, event) {
    const lasting = name === 'change'
    const message = {
      kind: 'event', name, lasting, id: event.lastEventId, data: parse(event.data),
    }
    if (event.lastEventId) this.#last = event.lastEventId
    if (lasting) this.#keep(message)
    else if (name === 'reset') this.#forget(message.id)
    channel?.postMessage(message)
    deliver(message)
  }

  #keep(message) {
    this.#kept.push(message)
    if (this.#kept.length > mostKept) this.#start = this.#kept.shift().id
  }

  #forget(id) {
    this.#kept = []
    if (id) this.#start = id
  }

  #tell(open) {
    channel?.postMessage({ kind: 'connection', open })
    dispatch('connection', open)
  }
}

function parse(data) {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
