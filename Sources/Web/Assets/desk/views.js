import { fragment } from './http.js'
import { replace } from './replace.js'
import { live } from './stream.js'

/** The navigation: counters are told; after a gap or a change of names it is fetched afresh. */
let isFetching = false
let isStale = false

async function renew() {
  isStale = true
  if (isFetching) return
  isFetching = true
  while (isStale) {
    isStale = false
    try {
      const fresh = (await fragment(location.href)).querySelector('#views')
      // Counters that came meanwhile may be newer than the page.
      if (fresh && !isStale) replace(fresh)
    } catch (error) {
      console.warn(error)
    }
  }
  isFetching = false
}

live.addEventListener('reset', renew)
live.addEventListener('reload', renew)
live.addEventListener('counts', () => { isStale = isFetching })
