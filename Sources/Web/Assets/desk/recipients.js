/**
 * Who gets an answer by mail: whoever is added to or left out of those proposed is named, and has
 * to be confirmed.
 */
class MailRecipients extends HTMLElement {
  #abort = null

  connectedCallback() {
    this.#abort = new AbortController()
    this.addEventListener('input', () => this.#compare(), { signal: this.#abort.signal })
    // What was typed is put back right after a fresh copy has come.
    queueMicrotask(() => this.#compare())
  }

  disconnectedCallback() {
    this.#abort.abort()
  }

  /** What is sent along with the message; nothing where it does not go by mail. */
  get values() {
    const values = Object.fromEntries(this.#fields.map((field) => [field.name, field.value]))
    const confirmed = this.querySelector('[name="confirmed"]')
    return confirmed?.checked ? { ...values, confirmed: '1' } : values
  }

  /** Whether somebody was added or left out, and that is not confirmed yet. */
  get mustConfirm() {
    const box = this.querySelector('.confirm')
    return Boolean(box && !box.hidden && !box.querySelector('input').checked)
  }

  /** Writes other recipients than those proposed. */
  fill(values) {
    for (const field of this.#fields) {
      if (typeof values[field.name] === 'string') field.value = values[field.name]
    }
    const copies = this.querySelector('.copies')
    if (copies) copies.open = this.#fields.some((field) => copies.contains(field) && field.value)
    this.#compare()
  }

  /** Back to those proposed. */
  reset() {
    for (const field of this.#fields) field.value = field.dataset.proposed
    const confirmed = this.querySelector('[name="confirmed"]')
    if (confirmed) confirmed.checked = false
    this.#compare()
  }

  askForConfirmation() {
    this.querySelector('[name="confirmed"]')?.focus()
  }

  get #fields() { return [...this.querySelectorAll('.recipient input')] }

  #compare() {
    const box = this.querySelector('.confirm')
    if (!box) return
    const before = addresses(this.#fields.map((field) => field.dataset.proposed))
    const after = addresses(this.#fields.map((field) => field.value))
    const parts = [
      this.#say('added', after.difference(before)), this.#say('dropped', before.difference(after)),
    ].filter(Boolean)
    for (const field of this.#fields) {
      const own = addresses([field.value])
      const proposed = addresses([field.dataset.proposed])
      field.closest('.recipient').classList.toggle(
        'changed', own.symmetricDifference(proposed).size > 0
      )
    }
    const words = parts.join(' · ')
    const told = box.querySelector('.differences')
    if (told.textContent === words && box.hidden === !parts.length) return
    told.textContent = words
    box.hidden = !parts.length
    // Other people than those who were confirmed are to be confirmed anew.
    box.querySelector('input').checked = false
  }

  #say(name, people) {
    if (!people.size) return ''
    const { separator } = this.dataset
    return this.dataset[name].replace('{people}', [...people].sort().join(separator))
  }
}

/** The addresses in some lines, as they are compared. */
function addresses(lines) {
  const found = lines.flatMap((line) => line.match(/[^\s<>,;،؛"]+@[^\s<>,;،؛"]+/g) ?? [])
  return new Set(found.map((address) => address.toLowerCase()))
}

customElements.define('mail-recipients', MailRecipients)
