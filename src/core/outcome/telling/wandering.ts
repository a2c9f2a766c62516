// Around what a noisy run wanders.

import { distance } from '../../descent/steps.ts'
import type { Territory } from '../../descent/trace.ts'
import { apart } from '../../geometry.ts'
import { compileFunction } from '../../language/program.ts'
import { deepestMinima, nearestMinimum } from '../../loss/knownMinima.ts'
import { plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'
import { rankOf } from './rank.ts'
import { visitedMinima } from './visited.ts'
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

function surroundings(evidence: Evidence, territory: Territory): Surroundings {
  const { centre, radius } = territory
  const { run, prepared } = evidence
  const { loss } = prepared
  const near = run.settings.maximize === true ? undefined : nearestMinimum(loss, centre)
  const deep = deepestMinima(loss)
  const [deepest] = deep
  const around = `around ${pointInWords(loss.variables, roughly(centre, radius))}`
  const value = compileFunction(loss.expression, loss.variables)
  const named = (at: Point) =>
    `${pointInWords(loss.variables, at)}, ${valueInWords(loss, value(...at))}`
  if (near && apart(near, centre) > radius)
    return { where: around, also: ` The nearest known minimum is ${named(near)}.` }
  const visited = visitedMinima(evidence, territory)
  if (visited.length > 1) return { where: toAndFro(evidence, visited, around), also: '' }
  const [only] = visited
  if (!near || !deepest)
    return { where: only ? `around ${rankOf(evidence, only)} ${named(only)},` : around, also: '' }
  if (deep.includes(near)) {
    const isSingle = deep.length === 1 && loss.minima.length > 1
    return { where: `around the ${isSingle ? 'deepest ' : ''}minimum ${named(near)},`, also: '' }
  }
  return {
    where: `around the minimum ${named(near)},`,
    also: deeperThan(evidence, { point: deepest, f: value(...deepest) }),
  }
}

/** More are counted, not named. */
const mostNamed = 3

/** The middle of several valleys is none of them. */
function toAndFro({ run, prepared }: Evidence, visited: readonly Point[], around: string): string {
  const what = run.settings.maximize === true ? 'maxima' : 'minima'
  if (visited.length > mostNamed) return `among ${visited.length} ${what} ${around}`
  const places = visited.map((at) => pointInWords(prepared.loss.variables, at))
  return `between the ${what} ${places.join(' and ')}`
}

/** Digits that the next hundred steps would change say nothing. */
function roughly(centre: Point, radius: number): Point {
  const decimals = Math.min(mostDecimals, Math.max(0, Math.ceil(-Math.log10(radius)) + 1))
  return centre.map((value) => Number(value.toFixed(decimals)) + 0)
}

const mostDecimals = 15
