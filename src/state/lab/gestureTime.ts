// Time as the way back sees it: it stands still while a pointer is held, so that a drag is one step, however slow it is.

let since: number | undefined
const hold = () => {
  since ??= Date.now()
}
const letGo = () => {
  since = undefined
}

// Plain Node has no pointers.
if (typeof document === 'object') {
  document.addEventListener('pointerdown', hold, { capture: true })
  for (const end of ['pointerup', 'pointercancel', 'dragend'])
    document.addEventListener(end, letGo, { capture: true })
  addEventListener('blur', letGo)
}

/** ms */
export const gestureTime = (): number => since ?? Date.now()
