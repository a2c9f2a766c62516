// The size of a formula's type: the largest at which nothing is cut off, of a few, so that it does not creep.

/** In ems, largest first. */
const sizes = [2, 1.75, 1.5, 1.3, 1.15, 1, 0.9, 0.8, 0.7, 0.6]
/** Where the page scrolls, larger type would only push the controls away. */
const largestInPage = 1.3
/** Smaller than this only what is too wide becomes: what is too high can be scrolled to. */
const smallestForHeight = 0.8
/** Room for a sign and parentheses that other steps may bring, in ems. */
const slack = 1.6
const besideGap = 0.5

/** What a line takes at a size of 1 em, in pixels; widths are the widest that were seen. */
export interface LineSize {
  readonly left: number
  readonly right: readonly [width: number, height: number]
  readonly numbers: readonly [width: number, height: number] | undefined
  /** The numbers were below before, and stay there. */
  readonly isBelow?: boolean
}

export interface Room {
  readonly width: number
  /** Infinity where the page itself scrolls. */
  readonly height: number
  /** An em, the gap between the columns, and that between the rows, in pixels at a size of 1 em. */
  readonly em: number
  readonly columnGap: number
  readonly rowGap: number
}

export interface Layout {
  readonly size: number
  /** For each line, whether its numbers stand beside its general form. */
  readonly beside: readonly boolean[]
  /** Even the smallest size is too wide: lines are broken. */
  readonly broken: boolean
}

/** Chooses the size. Numbers stand beside the general form where both have room, else below. */
export function chooseLayout(lines: readonly LineSize[], room: Room): Layout {
  const column = Math.max(0, ...lines.map(({ left }) => left))
  const most = room.height === Infinity ? largestInPage : Infinity
  const layouts = sizes
    .filter((size) => size <= most)
    .map((size) => {
      const free = room.width / size - column - room.columnGap
      const beside = lines.map(
        ({ right, numbers, isBelow }) =>
          !numbers || (!isBelow && right[0] + numbers[0] + (besideGap + slack) * room.em <= free),
      )
      const widest = Math.max(
        ...lines.map(({ right, numbers }) =>
          Math.max(right[0], numbers ? numbers[0] + slack * room.em : 0),
        ),
      )
      const heights = lines.map(({ right, numbers = [0, 0] }, i) =>
        beside[i] ? Math.max(right[1], numbers[1]) : right[1] + numbers[1],
      )
      const height = heights.reduce((sum, h) => sum + h, (lines.length - 1) * room.rowGap)
      return { size, beside, isNarrow: widest <= free, isLow: height * size <= room.height }
    })
  const narrow = layouts.filter(({ isNarrow }) => isNarrow)
  const chosen =
    narrow.find(({ isLow }) => isLow) ??
    narrow.findLast(({ size }) => size >= smallestForHeight) ??
    narrow[0] ??
    layouts.at(-1)
  const { size = 1, beside = [] } = chosen ?? {}
  return { size, beside, broken: narrow.length === 0 }
}

type Seen = Map<Element, readonly [number, number]>

/** Fits the type of a formula into its box. */
export function fitFormula(grid: HTMLElement, seen: Seen, isBounded: boolean): void {
  const box = grid.parentElement as HTMLElement
  const style = getComputedStyle(grid)
  const now = Number(grid.dataset.size ?? 1)
  const em = Number.parseFloat(style.fontSize) / now
  const sides = [...grid.querySelectorAll<HTMLElement>('[data-part="sides"]')]
  const measured = (element: Element | null | undefined): readonly [number, number] => {
    if (!element) return [0, 0]
    const { width, height } = element.getBoundingClientRect()
    const [widest, highest] = seen.get(element) ?? [0, 0]
    const size = [Math.max(widest, width / now), Math.max(highest, height / now)] as const
    // Broken lines are as wide as their room: what they would be is known from before.
    if (grid.dataset.broken === 'true' && widest > 0) return [widest, highest]
    seen.set(element, size)
    return size
  }
  const isFirst = seen.size === 0
  const lines = sides.map((side): LineSize => {
    const left = side.previousElementSibling?.firstElementChild
    const [right, numbers] = side.children
    return {
      left: measured(left)[0],
      right: measured(right),
      numbers: numbers && measured(numbers),
      isBelow: !isFirst && side.dataset.beside === 'false',
    }
  })
  const { size, beside, broken } = chooseLayout(lines, {
    width: grid.clientWidth,
    height: isBounded ? box.clientHeight - paddingOf(box) : Infinity,
    em,
    columnGap: Number.parseFloat(style.columnGap) / now || 0,
    rowGap: Number.parseFloat(style.rowGap) / now || 0,
  })
  grid.dataset.size = String(size)
  grid.style.fontSize = `${size}em`
  grid.dataset.broken = String(broken)
  sides.forEach((side, i) => {
    side.dataset.beside = String(beside[i])
  })
}

function paddingOf(box: HTMLElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(box)
  return Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom)
}
