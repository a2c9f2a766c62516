// The size of a formula's type: chosen once for a rule and its room, as large as there is room; stepping never changes it.

/** In sizes of the least type, largest first. */
const sizes = [2.2, 2, 1.8, 1.6, 1.4, 1.25, 1.1, 1]
/** Where the page scrolls, larger type would only push the controls away. */
const largestInPage = 1.4
/** Room for a sign and parentheses that other steps may bring, in ems. */
const slack = 1.6
const besideGap = 0.5

/** What a line takes at the least size, in pixels; widths are the widest that were seen. */
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
  /** An em, the gap between the columns, and that between the rows, in pixels at the least size. */
  readonly em: number
  readonly columnGap: number
  readonly rowGap: number
}

export interface Layout {
  readonly size: number
  /** For each line, whether its numbers stand beside its general form. */
  readonly beside: readonly boolean[]
  /** It is too wide: lines are broken. What cannot be broken is scrolled to. */
  readonly broken: boolean
  /** So far (px) left of the general form the numbers below it begin: vectors break only between sides. */
  readonly hang: number
}

/**
 * Chooses the size. Numbers stand beside the general form where both have room, else below.
 * @param fixed a size that was chosen before
 */
export function chooseLayout(lines: readonly LineSize[], room: Room, fixed?: number): Layout {
  const column = Math.max(0, ...lines.map(({ left }) => left))
  const most = room.height === Infinity ? largestInPage : Infinity
  const candidates = fixed === undefined ? sizes.filter((size) => size <= most) : [fixed]
  const layouts = candidates.map((size) => {
    const free = room.width / size - column - room.columnGap
    const beside = lines.map(
      ({ right, numbers, isBelow }) =>
        !numbers || (!isBelow && right[0] + numbers[0] + (besideGap + slack) * room.em <= free),
    )
    const widest = Math.max(
      ...lines.map(({ right, numbers }) =>
        Math.max(right[0], numbers ? numbers[0] + (fixed ? 0 : slack * room.em) : 0),
      ),
    )
    const heights = lines.map(({ right, numbers = [0, 0] }, i) =>
      beside[i] ? Math.max(right[1], numbers[1]) : right[1] + numbers[1],
    )
    const height = heights.reduce((sum, h) => sum + h, (lines.length - 1) * room.rowGap)
    const isOver = lines.some(({ numbers }) => numbers && numbers[0] > free)
    const hang = isOver ? (column + room.columnGap) * size : 0
    return { size, beside, hang, broken: widest > free, isLow: height * size <= room.height }
  })
  const { size, beside, broken, hang } = (layouts.find(({ broken, isLow }) => isLow && !broken) ??
    layouts.at(-1)) as Layout
  return { size, beside, broken, hang }
}

/** The widest and highest that each part of a formula was, and what was chosen for it. */
export interface Fit {
  readonly seen: Map<Element, readonly [number, number]>
  /** Chosen for a room of this width and height. */
  chosen?: { readonly size: number; readonly width: number; readonly height: number }
  /** The highest that the formula was in that room: it keeps it, so that nothing below moves while it is stepped through. */
  highest?: number
}

/** Fits a formula into the width of its box, and into so much height as it may take. */
export function fitFormula(grid: HTMLElement, fit: Fit, height: number): void {
  const { seen } = fit
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
  const width = grid.clientWidth
  const { chosen } = fit
  const isSame = chosen?.width === width && chosen.height === height
  const room = {
    width,
    height,
    em,
    columnGap: Number.parseFloat(style.columnGap) / now || 0,
    rowGap: Number.parseFloat(style.rowGap) / now || 0,
  }
  const { size, beside, broken, hang } = chooseLayout(lines, room, isSame ? chosen.size : undefined)
  fit.highest = isSame && chosen.size === size ? Math.max(fit.highest ?? 0, grid.offsetHeight) : 0
  fit.chosen = { size, width, height }
  grid.dataset.size = String(size)
  // The same once more would have all of it styled and laid out anew.
  if (size !== now) grid.style.setProperty('--size', String(size))
  grid.dataset.broken = String(broken)
  grid.style.setProperty('--hang', `${hang}px`)
  sides.forEach((side, i) => {
    side.dataset.beside = String(beside[i])
  })
  grid.style.minHeight = `${fit.highest}px`
}
