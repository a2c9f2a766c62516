// A wheel over a picture scrolls the page, as everywhere; it zooms where nothing scrolls, and with Ctrl or ⌘.

const isApple = () => /Mac|iP(hone|ad)/.test(navigator.platform)

const isZooming = ({ ctrlKey, metaKey }: WheelEvent): boolean =>
  ctrlKey || metaKey || document.documentElement.scrollHeight <= innerHeight

/** What was told once need not be told again. */
let isTold = false

/** Whether a wheel zooms; the first one that does not tells how it would. */
export function zoomsOrTells(event: WheelEvent): boolean {
  if (isZooming(event)) return true
  const frame = (event.currentTarget as Element | null)?.parentElement
  if (frame && !isTold) frame.dataset.hint = `${isApple() ? '⌘' : 'Ctrl'} + wheel zooms`
  isTold = true
  return false
}
