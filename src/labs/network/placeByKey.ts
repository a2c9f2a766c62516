/** Where a key leads on a slider from 0 to a last place, whose tenth is a page; nowhere for other keys. */
export function placeByKey(key: string, at: number, last: number): number | undefined {
  const page = Math.max(1, Math.round(last / 10))
  const ways: Readonly<Record<string, number>> = {
    ...{ ArrowRight: 1, ArrowUp: 1, PageUp: page, End: last },
    ...{ ArrowLeft: -1, ArrowDown: -1, PageDown: -page, Home: -last },
  }
  const way = ways[key]
  return way === undefined ? undefined : Math.max(0, Math.min(last, at + way))
}
