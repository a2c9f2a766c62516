// What comes at once is shown one after the other: so that the page answers in between, and paints what is there already.

/** Where frames do not come, as in a page that is hidden, nobody waits longer than this (ms). */
const longestWait = 100

let last: Promise<unknown> | undefined

/** Waits until whoever came before has been painted; whoever comes alone does not wait. */
export function turn(): Promise<unknown> {
  const mine = last ?? Promise.resolve()
  const next = mine.then(painted).finally(() => {
    if (last === next) last = undefined
  })
  last = next
  return mine
}

const painted = () =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, longestWait)
    requestAnimationFrame(() => setTimeout(end))
  })
