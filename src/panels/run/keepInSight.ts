/**
 * Scrolls the panel, never the page, until someone sees what the formula is of, or of that what the hand is at; again when
 * a longer formula leaves the panel less room.
 * @returns what ends it
 */
export function keepInSight(group: Element): (() => void) | undefined {
  const { parentElement: list } = group
  if (!list) return
  const reveal = () => {
    const panel = scrollerOf(list)
    if (!panel) return
    const hand = document.activeElement
    const wanted = hand && group.contains(hand) ? hand : group
    const [seen, own] = [panel.getBoundingClientRect(), wanted.getBoundingClientRect()]
    const isSeen = own.top >= seen.top && own.bottom <= seen.bottom
    if (!isSeen) panel.scrollTop += own.top - seen.top
  }
  // It tells at once too, when the page has been laid out.
  const observer = new ResizeObserver(reveal)
  observer.observe(list)
  return () => observer.disconnect()
}

/** What scrolls an element, if it is a part of the page. */
function scrollerOf(element: Element): Element | undefined {
  let scroller: Element | null = element
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
    scroller = scroller.parentElement
  return scroller === document.documentElement ? undefined : (scroller ?? undefined)
}
