import { element, icon, text } from './texts.js'
import { toast } from './toast.js'

const mostBytes = 25 * 1024 * 1024
const mostFiles = 20
/** What every browser shows, and what holds no scripts. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

/** The files of a message: dropped, pasted or chosen, sent at once, named when the message goes. */
export class Uploads {
  #form
  #list
  #input
  #files = new Map()

  constructor(form, signal) {
    this.#form = form
    this.#list = form.querySelector('.files')
    this.#input = form.querySelector('input[type="file"]')
    this.#input.addEventListener('change', () => {
      this.#add(this.#input.files)
      this.#input.value = ''
    }, { signal })
    form.addEventListener('paste', (event) => {
      if (!event.clipboardData.files.length) return
      event.preventDefault()
      this.#add(event.clipboardData.files, { intoText: true })
    }, { signal })
    this.#listenForDrops(signal)
    signal.addEventListener('abort', () => {
      for (const file of this.#files.values()) file.request?.abort()
    })
  }

  /** The ids of what has arrived. */
  get ids() { return [...this.#files.values()].map((file) => file.id).filter(Boolean) }

  get areBusy() { return [...this.#files.values()].some((file) => !file.id) }

  choose() { this.#input.click() }

  clear() {
    this.#files.clear()
    this.#list.replaceChildren()
  }

  /** Files that are at the server already: `{id, name}`. */
  bringBack(files) {
    for (const { id, name } of files) {
      const remove = this.#removal(name)
      const item = element('li', { class: 'file' }, icon('file'),
        element('span', { dir: 'auto' }, name), remove)
      this.#files.set(item, { id })
      remove.addEventListener('click', () => this.#leaveOut(item))
      this.#list.append(item)
    }
  }

  #removal(name) {
    return element('button', {
      type: 'button', title: text('remove', { name }), 'aria-label': text('remove', { name }),
    }, icon('close'))
  }

  #leaveOut(item) {
    this.#tell('left-out', { id: this.#files.get(item)?.id })
    this.#drop(item)
    this.#form.querySelector('textarea').focus()
  }

  #listenForDrops(signal) {
    const target = this.#form.closest('#conversation') ?? this.#form
    const hasFiles = (event) => event.dataTransfer?.types.includes('Files')
    target.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      this.#form.toggleAttribute('data-dropping', true)
    }, { signal })
    target.addEventListener('dragleave', (event) => {
      if (!target.contains(event.relatedTarget)) this.#form.removeAttribute('data-dropping')
    }, { signal })
    target.addEventListener('drop', (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      this.#form.removeAttribute('data-dropping')
      this.#add(event.dataTransfer.files, { intoText: event.target.localName === 'textarea' })
    }, { signal })
  }

  /** A picture that came `intoText` belongs where the cursor stands. */
  #add(files, { intoText = false } = {}) {
    for (const file of files) {
      if (this.#files.size >= mostFiles) return toast(text('tooMany'), 'bad')
      if (file.size > mostBytes) toast(text('tooLarge', { name: file.name }), 'bad')
      else if (file.size > 0) this.#upload(file, intoText && pictures.includes(file.type))
    }
  }

  #upload(file, isIntoText) {
    const progress = element('progress', {
      max: 100, value: 0, 'aria-label': text('uploading', { name: file.name }),
    })
    const remove = this.#removal(file.name)
    const name = element('span', { dir: 'auto' }, file.name)
    const item = element('li', { class: 'file' }, icon('file'), name, remove, progress)
    const request = new XMLHttpRequest()
    this.#files.set(item, { request, id: null })
    remove.addEventListener('click', () => {
      request.abort()
      this.#leaveOut(item)
    })
    // Of the two ways to send, only this one tells how far it has got.
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress.value = (event.loaded / event.total) * 100
    })
    request.addEventListener('loadend', () => {
      this.#finish(item, file, request, progress)
      const id = this.#files.get(item)?.id
      if (id && isIntoText) this.#tell('picture', { id, name: file.name })
    })
    request.open('POST', `/desk/attachments?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-CSRF', document.querySelector('meta[name="csrf"]').content)
    request.send(file)
    this.#list.append(item)
  }

  #finish(item, file, request, progress) {
    if (!this.#files.has(item)) return
    progress.remove()
    const answer = request.status === 201 ? parse(request.responseText) : null
    if (answer?.id) {
      this.#files.get(item).id = answer.id
    } else {
      this.#drop(item)
      const why = parse(request.responseText)?.detail ?? text('uploadFailed', { name: file.name })
      toast(why, 'bad')
    }
  }

  #tell(what, detail) {
    this.#form.dispatchEvent(new CustomEvent(what, { detail }))
  }

  #drop(item) {
    this.#files.delete(item)
    item.remove()
  }
}

function parse(body) {
  try {
    return JSON.parse(body)
  } catch {
    // A proxy's page: there is nothing in it for us.
    return null
  }
}
