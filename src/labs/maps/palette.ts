// The colours of what can come of a run, from the style sheet: told apart by whoever sees no red or green, too.
import { meaningOf } from '../../core/maps/atlas.ts'
import { kinds } from '../../core/maps/endings.ts'
import { type Rgb, ramp, readRgb } from '../../plot/plane/ramp.ts'

export interface Palette {
  /** By kinds of endings. */
  readonly kinds: readonly Rgb[]
  /** Of minima, by their numbers; beyond the last from the first again. */
  readonly minima: readonly Rgb[]
  readonly paper: Rgb
  /** Of values, from little to much: as many as anyone tells apart. */
  readonly values: readonly Rgb[]
}

const classes = 16
/** Colours between which those of values lie. */
const stops = 5
/** What stands for the palette in the page: an element for each kind of ending, then one for each stop. */
export const swatchCount = kinds.length + stops
/** Colours from one stop to the next. */
const between = 64

/** The colours of the elements of a palette. */
export function paletteIn(element: HTMLElement): Palette {
  const styles = getComputedStyle(element)
  const named = (name: string) => {
    element.style.setProperty('color', `var(${name})`)
    const color = readRgb(styles.color)
    element.style.removeProperty('color')
    return color
  }
  const own = [...element.children].map((child) => readRgb(getComputedStyle(child).color))
  const ends = own.slice(kinds.length)
  return {
    kinds: own.slice(0, kinds.length),
    values: ends.slice(1).flatMap((to, i) => ramp(ends[i] as Rgb, to, between)),
    minima: Array.from({ length: classes }, (_, i) => named(`--class-${i}`)),
    paper: named('--paper'),
  }
}

/** Whoever is only on its way is this much paler. */
const pale = 0.55

export const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((part, i) => part + share * ((to[i] as number) - part)) as unknown as Rgb

/** The colour of an outcome, by its code. */
export function colorOf(code: number, { kinds: own, minima, paper }: Palette): Rgb {
  const { kind, minimum } = meaningOf(code)
  if (minimum === undefined) return own[kinds.indexOf(kind)] as Rgb
  const color = minima[minimum % minima.length] as Rgb
  return kind === 'near' ? mixed(color, paper, pale) : color
}
