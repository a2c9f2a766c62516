// What comes right after the first picture.
import './printing.ts'

const isAgain = performance
  .getEntriesByType('navigation')
  .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload')

/** So long (s) the first picture and what follows it have the network for themselves; loaded anew, they hardly use it. */
export const headStart = isAgain ? 0 : 3
