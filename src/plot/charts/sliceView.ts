// Where the parts of a slice go: its scales and its marks; and all of it in words.

import type { Reached, Slice } from '../../core/analysis/slice.ts'
import { plain } from '../../core/number.ts'
import { marginsFor, type Sheet, type View, viewOf } from '../view.ts'
import { chartMargins } from './chartMargins.ts'

/** What the axis of a slice says. */
export const etaTitle = 'learning rate η'

/** What the slice goes along. */
export interface Along {
  /** −g, or the step that was taken. */
  readonly along: 'gradient' | 'step'
  /** Whether the optimizer itself goes this way with its learning rate. */
  readonly isTaken: boolean
}

/** How far above its start, and how far below its lowest value the picture shows a slice, in depths of it. */
const most = { above: 1.5, below: 1 }
const airAbove = 0.08
const airBelow = 0.16

/** The view of a slice: all of its depth, whatever happens beyond. */
export function sliceView(size: Sheet, { reach, values, f, lowest, quadraticBest }: Slice): View {
  const finite = values.filter(Number.isFinite)
  const highest = finite.reduce((a, b) => Math.max(a, b), f)
  const depth = f - lowest.f || highest - f || Math.abs(f) || 1
  const low = Math.max(Math.min(lowest.f, quadraticBest?.f ?? f), lowest.f - most.below * depth)
  const high = Math.min(highest, f + most.above * depth)
  const height = high - low || depth
  const y = [low - airBelow * height, high + airAbove * height] as const
  return viewOf(size, { x: [0, reach], y }, marginsFor(size.text, chartMargins))
}

export interface Mark {
  readonly kind: 'present' | 'best' | 'parabola'
  readonly text: string
  readonly x: number
  /** None where the value is not in the picture, or there is none. */
  readonly y: number | undefined
}

/** The marks of a slice with their words, those of the learning rate first. */
export function marksOf(slice: Slice, view: View, { along, isTaken }: Along): Mark[] {
  const mark = (kind: Mark['kind'], words: string, reached: Reached | undefined): Mark[] => {
    if (!reached || !Number.isFinite(reached.eta)) return []
    const isIn = reached.eta <= (view.x.domain()[1] ?? 0)
    if (!isIn && kind !== 'present') return []
    const { margins } = view
    const x = Math.min(view.x(reached.eta), view.width - margins.right)
    const pixel = view.y(reached.f)
    const isSeen = isIn && pixel >= margins.top && pixel <= view.height - margins.bottom
    const value = `f = ${plain(reached.f, 3)}${pixel < margins.top ? ' ↑' : ''}`
    const missing = isIn ? `: ${value}` : ' →'
    const text = `${words} ${plain(reached.eta, 3)}${isSeen ? '' : missing}`
    return [{ kind, text, x, y: isSeen ? pixel : undefined }]
  }
  const way = along === 'gradient' ? '−g' : 'this step'
  return [
    ...mark('present', isTaken ? 'now η =' : 'plain gradient descent with η =', slice.present),
    ...mark('best', `best along ${way}:`, slice.best),
    ...mark('parabola', 'the parabola’s best:', slice.quadraticBest),
  ]
}

const at = ({ eta, f }: Reached) => `η = ${plain(eta)}, f = ${plain(f)}`

/** All of the chart in a sentence. */
export function sliceInWords(slice: Slice, { along, isTaken }: Along): string {
  const { f, present, best, quadraticBest } = slice
  const way = along === 'gradient' ? 'against the gradient' : 'along the step'
  return [
    `The loss ${way}: f = ${plain(f)} here`,
    `${isTaken ? 'the next step' : 'plain gradient descent'} with ${at(present)}`,
    best ? `best at ${at(best)}` : 'it does not rise again',
    quadraticBest
      ? `the parabola is lowest at ${at(quadraticBest)}`
      : 'the parabola has no lowest point',
  ].join('; ')
}

/** The present learning rate in words, for the handle. */
export const presentInWords = ({ present }: Slice): string => at(present)
