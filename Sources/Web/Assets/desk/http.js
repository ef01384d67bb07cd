import { text } from './texts.js'

/** A request that was answered with a fault; `message` says it in the reader's language. */
export class Fault extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? text('failed'))
    this.status = status
    this.code = problem.code
    /** Faults by the name of the field. */
    this.fields = new Map(
      (problem.errors ?? []).map((error) => [error.pointer?.replace(/^\//, ''), error.detail])
    )
  }
}

const csrf = () => document.querySelector('meta[name="csrf"]')?.content ?? ''

/**
 * Asks the server.
 *
 * @throws {Fault} if the answer is none of success; `TypeError` if there was no answer at all.
 */
export async function ask(address, options = {}) {
  const response = await fetch(address, {
    credentials: 'same-origin',
    redirect: 'manual',
    ...options,
    headers: { Accept: 'application/json', 'X-CSRF': csrf(), ...options.headers },
  })
  // A redirect to somewhere else than the answer means that the session is over.
  if (response.type === 'opaqueredirect' || response.status === 401) {
    throw new Fault(401, { detail: text('signedOut'), code: 'signedOut' })
  }
  if (!response.ok) throw new Fault(response.status, await problem(response))
  return response
}

/** A fragment of markup, as nodes that are not in the page yet. */
export async function fragment(address, signal) {
  const response = await ask(address, { signal, headers: { Accept: 'text/html' } })
  return markup(await response.text())
}

export function markup(source) {
  const template = document.createElement('template')
  template.innerHTML = source
  return template.content
}

/** The same as a form would be sent, with its button's value. */
export function post(address, fields, options = {}) {
  return ask(address, { method: 'POST', body: new URLSearchParams(fields), ...options })
}

async function problem(response) {
  try {
    return await response.json()
  } catch {
    // A proxy's page instead of a problem: the status is all there is.
    return {}
  }
}
