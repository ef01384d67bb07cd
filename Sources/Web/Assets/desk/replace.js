/**
 * Puts the fresh element in the place of the one with the same id, and leaves the reader's hands
 * where they are: open menus, what is typed in them, focus, scrolling, an open drawer.
 */
export function replace(fresh) {
  const old = document.getElementById(fresh.id)
  if (!old || old.isEqualNode(fresh)) return
  const menus = [...old.querySelectorAll('details[open][data-menu]')]
    .map((menu) => menu.dataset.menu)
  const typed = [...old.querySelectorAll('input:not([type="hidden"])')]
    .filter((input) => input.id && input.value !== input.defaultValue)
    .map((input) => [input.id, input.value])
  const focus = path(old)
  const { scrollTop } = old
  if (old.popover && old.matches(':popover-open')) {
    // The drawer itself stays, else it would close.
    old.replaceChildren(...fresh.childNodes)
    fresh = old
  } else {
    old.replaceWith(fresh)
  }
  for (const name of menus) {
    fresh.querySelector(`[data-menu="${name}"]`)?.setAttribute('open', '')
  }
  for (const [id, value] of typed) {
    const input = fresh.querySelector(`#${CSS.escape(id)}`)
    if (input) input.value = value
  }
  focus?.(fresh)
  fresh.scrollTop = scrollTop
}

/** How to find what has the focus again in a fresh copy; nothing if the focus is elsewhere. */
function path(root) {
  const active = document.activeElement
  if (active === root || !root.contains(active)) return null
  const steps = []
  for (let node = active; node !== root; node = node.parentElement) {
    steps.unshift([...node.parentElement.children].indexOf(node))
  }
  const same = active.id ? `#${CSS.escape(active.id)}` : active.name && active.value
    ? `[name="${CSS.escape(active.name)}"][value="${CSS.escape(active.value)}"]` : null
  return (fresh) => {
    const found = (same && fresh.querySelector(same))
      ?? steps.reduce((node, step) => node?.children[step], fresh)
    found?.focus({ preventScroll: true })
  }
}
