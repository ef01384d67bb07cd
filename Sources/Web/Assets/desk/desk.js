/** The scripts of the desk: one module per behaviour; pages work without them too. */
import './time.js'
// These two hear from the others which conversation is open, from the first one on.
import './presence.js'
import './notify.js'
import './views.js'
import './list.js'
import './conversation.js'
import './recipients.js'
import './composer.js'
import './coach.js'
import './undo.js'
import './mail-frame.js'
import './forms.js'
import './keys.js'
import { resume } from './outbox.js'
import { listen, live } from './stream.js'
import { text } from './texts.js'
import { toast } from './toast.js'

const patienceMilliseconds = 3000
let wasDown = false
let timer = null

// A cut of a moment is not worth a word.
live.addEventListener('connection', ({ detail: isOpen }) => {
  clearTimeout(timer)
  if (!isOpen) {
    timer = setTimeout(() => {
      wasDown = true
      toast(text('offline'))
    }, patienceMilliseconds)
  } else if (wasDown) {
    wasDown = false
    toast(text('online'), 'good')
  }
})

resume()
listen()
