// The view of a fit: its window follows from the data alone, so that it stands still while the network learns.
import { extent } from 'd3'
import { type Margins, marginsFor, type Sheet, type View, viewOf } from '../../../plot/view.ts'
import { type Fit, type Look, targetOf } from './fit.ts'

/** In ems. */
const room: Margins = { top: 0.7, right: 1, bottom: 2, left: 4.2 }
/** Of the range of the targets, above and below. */
const air = 0.12
/** A plane is not drawn wider than this, measured by its height: circles should look like circles. */
const widest = 1.6

type Interval = readonly [number, number]

function aired(values: readonly number[]): Interval {
  const [from = 0, to = 0] = extent(values.filter(Number.isFinite)) as [number?, number?]
  const more = air * (to - from) || 1
  return [from - more, to + more]
}

const targetsOf = (fit: Fit) => fit.points.inputs.map((_, sample) => targetOf(fit, sample))

/** Where shares of classes are drawn: from 0 to 1, with room for the points there. */
const shares: Interval = [-0.1, 1.1]

export function fitView(fit: Fit, size: Sheet): View {
  const { look, probe } = fit
  const margins = marginsFor(size.text, room)
  const [x = [0, 1], y = [0, 1]] = probe.window
  if (look === 'curve') return viewOf(size, { x, y: aired(targetsOf(fit)) }, margins)
  if (look === 'chances') return viewOf(size, { x, y: shares }, margins)
  if (look === 'heights' || look === 'regions') {
    const height = size.height - margins.top - margins.bottom
    const spare = size.width - margins.left - margins.right - widest * height
    const right = margins.right + Math.max(0, Math.floor(spare))
    return viewOf(size, { x, y }, { ...margins, right })
  }
  const both = aired(targetsOf(fit))
  return viewOf(size, { x: both, y: both }, margins)
}

interface Titles {
  readonly x: string
  readonly y: string
}

/** What stands along the axes. */
export function titlesOf({ look, reading }: Fit): Titles {
  const chance = reading?.classes === 2 ? 'share of class 1' : 'share of each class'
  const titles: Readonly<Record<Look, Titles>> = {
    curve: { x: 'x', y: 'y' },
    chances: { x: 'x', y: chance },
    heights: { x: 'x₁', y: 'x₂' },
    regions: { x: 'x₁', y: 'x₂' },
    compared: { x: 'target', y: 'answer' },
    confusion: { x: '', y: '' },
  }
  return titles[look]
}
