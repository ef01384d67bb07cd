/** Replaces a range; `execCommand` is the one way that keeps the browser's undo. */
export function insert(area, words, start, end) {
  area.focus()
  area.setSelectionRange(start, end)
  if (!document.execCommand('insertText', false, words)) {
    area.setRangeText(words, start, end, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
