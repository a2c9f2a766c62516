// Around what a noisy run wanders.

import { distance, pointAt } from '../../descent/steps.ts'
import type { Territory } from '../../descent/trace.ts'
import { apart } from '../../geometry.ts'
import { compileFunction } from '../../language/program.ts'
import { deepestMinima, nearestMinimum } from '../../loss/knownMinima.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { passing } from '../territory.ts'
import { deeperThan, place, pointInWords, valueInWords } from './words.ts'

type Point = readonly number[]

/** Around what it wanders, and why it does not stop. */
export function wandering(evidence: Evidence, territory: Territory): string {
  const { where, also } = surroundings(evidence, territory)
  const mean = `with ${valueInWords(evidence.prepared.loss, territory.f)} on average`
  return `Wandering ${where} since step ${territory.since}: the noise of each step keeps it moving, ${mean}.${also}`
}

/** Where there is no slope that could hold it. */
export function adrift(evidence: Evidence): string {
  const { recording, n, d } = evidence
  const slope = plain(distance(recording.grad, n, d), 2)
  return `Drifting at random on flat ground: the slope is ${slope}, so only the noise moves it (${place(evidence, n)}).`
}

interface Surroundings {
  readonly where: string
  /** A sentence more, with a space before it. */
  readonly also: string
}

function surroundings(evidence: Evidence, { centre, radius, since }: Territory): Surroundings {
  const { run, prepared } = evidence
  const { loss } = prepared
  const near = run.settings.maximize === true ? undefined : nearestMinimum(loss, centre)
  const deep = deepestMinima(loss)
  const [deepest] = deep
  const around = `around ${pointInWords(loss.variables, roughly(centre, radius))}`
  if (!near || !deepest) return { where: around, also: '' }
  const value = compileFunction(loss.expression, loss.variables)
  const named = (at: Point) =>
    `${pointInWords(loss.variables, at)}, ${valueInWords(loss, value(...at))}`
  if (apart(near, centre) > radius)
    return { where: around, also: ` The nearest known minimum is ${named(near)}.` }
  const visited = visitedMinima(evidence, since)
  if (visited.length > 1) {
    const places = visited.map((at) => pointInWords(loss.variables, at))
    return { where: `between the minima ${places.join(' and ')}`, also: '' }
  }
  if (deep.includes(near)) {
    const isSingle = deep.length === 1 && loss.minima.length > 1
    return { where: `around the ${isSingle ? 'deepest ' : ''}minimum ${named(near)},`, also: '' }
  }
  return {
    where: `around the minimum ${named(near)},`,
    also: deeperThan(evidence, { point: deepest, f: value(...deepest) }),
  }
}

/** Digits that the next hundred steps would change say nothing. */
function roughly(centre: Point, radius: number): Point {
  const decimals = Math.min(mostDecimals, Math.max(0, Math.ceil(-Math.log10(radius)) + 1))
  return centre.map((value) => Number(value.toFixed(decimals)) + 0)
}

const mostDecimals = 15

const mostLooks = 1000

/** The known minima that the points of the last half of a run are next to, since it stays there. */
function visitedMinima(
  { prepared: { loss }, recording: { x }, n, d }: Evidence,
  since: number,
): Point[] {
  const visits = new Map<Point, number>()
  const from = Math.max(since, Math.ceil(n / 2))
  const stride = Math.ceil((n + 1 - from) / mostLooks)
  let looks = 0
  for (let k = from; k <= n; k += stride, looks++) {
    const near = nearestMinimum(loss, pointAt(x, k, d))
    if (near) visits.set(near, (visits.get(near) ?? 0) + 1)
  }
  return loss.minima.filter((at) => (visits.get(at) ?? 0) >= passing * looks)
}
