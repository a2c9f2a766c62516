// What the screen has room for. The widths are those of the style sheets, which know no names for them.
import { useSyncExternalStore } from 'react'

/**
 * Beside the plot there is room for a panel; elsewhere everything stands in one column. Paper has whatever was on the
 * screen: what would move there would be drawn anew, for which printing leaves no time.
 */
export const wide = matchMedia('(min-width: 1024px), print')
/** Everything has to be narrow. */
export const phone = matchMedia('(max-width: 600px)')

/** Whether a media query holds. */
export const useMedia = (query: EventTarget & { readonly matches: boolean }): boolean =>
  useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
