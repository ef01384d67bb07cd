import './time.js'

/** With scripts the chat opens by itself, in place of the form; where it cannot, the form stays. */
const open = () => document.querySelector('rapport-chat')?.open()
document.addEventListener('rapport:open', () => { document.body.dataset.live = '' })
document.addEventListener('rapport:close', () => { delete document.body.dataset.live })
document.addEventListener('rapport:ready', open)
customElements.whenDefined('rapport-chat').then(open)
