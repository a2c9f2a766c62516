// What of a step can be drawn where it happens, for a rule of two variables: read off the folded rule.

import { numberOf } from '../descent/recorded.ts'
import type { Trace } from '../descent/trace.ts'
import type { Run } from '../experiment/prepare.ts'
import { gradient } from '../language/derivative.ts'
import { namesIn, number } from '../language/expression.ts'
import { evaluate } from '../language/program.ts'
import { type Role, rolesOf } from '../rules/roles.ts'
import { previousOf } from '../rules/rule.ts'
import { type Source, sourceOf } from '../rules/source.ts'
import { degreesOf } from './degrees.ts'

export interface Vector {
  /** The quantity: `g` for the gradient, `x` for the step. */
  readonly name: string
  readonly role: Role
  /** An arrow from the point, or a box around it. */
  readonly form: 'arrow' | 'box'
  /** Components, or half of the sides. */
  readonly value: readonly [number, number]
  /** What is drawn, for people: √v for a box from the roots of v. */
  readonly label: string
  /** The rule keeps it from step to step. */
  readonly isSlot: boolean
  /** It leads from the point to another one: the step, or an average of points. */
  readonly isMove: boolean
}

/** The step from k to k + 1 of a run. */
export interface StepMoment {
  readonly run: Run
  readonly trace: Trace
  readonly k: number
}

/** All that can be drawn of the step from k to k + 1: gradient first, step last; where no step follows, the gradient. */
export function vectorsOf(run: Run, trace: Trace, k: number): Vector[] {
  const { rule } = run
  const last = (name: string) => sourceOf(name, rule, rule.lines.length)
  return [...drawingsOf(run, trace).keys()].flatMap(
    (name) => vectorOf(name, last(name), { run, trace, k }) ?? [],
  )
}

/** A quantity as it is drawn, where a source says; nothing if it has no direction or size, or is not finite. */
export function vectorOf(name: string, source: Source, moment: StepMoment): Vector | undefined {
  const { run, trace, k } = moment
  const drawing = drawingsOf(run, trace).get(name)
  if (!drawing) return undefined
  const { degree, ...rest } = drawing
  const [x, y] = [0, 1].map((i) => {
    const value = numberOf(source, trace, run, k, i)
    if (rest.isMove) return value - numberOf({ of: 'x', back: 0 }, trace, run, k, i)
    return degree === 1 ? value : value ** (1 / degree)
  }) as [number, number]
  return Number.isFinite(x) && Number.isFinite(y) ? { name, ...rest, value: [x, y] } : undefined
}

const accents: Readonly<Record<string, string>> = { hat: '\u0302', bar: '\u0304', tilde: '\u0303' }

/** A name as a sign of plain text: m̂ for mhat. */
export const plainSign = (name: string): string =>
  name.replace(/^([A-Za-z])(hat|bar|tilde)$/, (_, letter, mark) => letter + accents[mark])

type Drawing = Omit<Vector, 'name' | 'value'> & { readonly degree: number }

const known = new WeakMap<Run, ReadonlyMap<string, Drawing>>()

/** How each quantity is drawn, decided once for a run. */
function drawingsOf(run: Run, trace: Trace): ReadonlyMap<string, Drawing> {
  const drawings = known.get(run) ?? decide(run, trace)
  known.set(run, drawings)
  return drawings
}

function decide(run: Run, trace: Trace): Map<string, Drawing> {
  const { rule } = run
  const drawings = new Map<string, Drawing>()
  if (trace.x.length !== 2 * trace.f.length) return drawings
  const roles = rolesOf(rule)
  const degrees = degreesOf(run, roles)
  const moment = { run, trace, k: Math.max(0, trace.lr.length - 1) }
  const places = placesOf(moment)
  const add = (name: string, role: Role, label = plainSign(name)) => {
    const [isSlot, isMove] = [rule.slots.includes(name), places.has(name)]
    drawings.set(name, { role, form: 'arrow', label, isSlot, isMove, degree: 1 })
  }
  const addSize = (name: string, degree: number, sign: string) => {
    add(name, 'scale', sign + plainSign(name))
    const drawing = drawings.get(name) as Drawing
    drawings.set(name, { ...drawing, form: 'box', degree: degree || 1 })
  }
  add('g', 'gradient', 'gradient')
  for (const { name, shared } of rule.supplied)
    if (!shared) add(name, pushesBack(name, moment) ? 'gradient' : 'step')
  for (const { name } of rule.lines) {
    const role = roles.get(name)
    if (drawings.has(name) || !rule.varying.has(name)) continue
    if (role === 'memory' || role === 'step') add(name, role)
    const degree = degrees.get(name) ?? 0
    const sign = roots.get(degree)
    if (role === 'scale' && sign !== undefined) addSize(name, degree, sign)
  }
  add('x', 'step', 'step')
  return drawings
}

/** How a size becomes a length, as a sign: by its degree in the vectors of the rule. */
const roots = new Map([
  [0, ''],
  [1, ''],
  [2, '√'],
  [-1, '1/'],
])

/** The sum of the derivatives of line j by some names, with the numbers of a step. */
function slopeOf(j: number, names: readonly string[], { run, trace, k }: StepMoment): number {
  const value = (n: string) => numberOf(sourceOf(n, run.rule, j), trace, run, k)
  const slopes = gradient(run.rule.lines[j]?.value ?? number(0), names)
  return slopes.reduce((sum, e) => sum + evaluate(e, value), 0)
}

/** Whether what a method gives moves the point against itself, as a gradient does. */
function pushesBack(name: string, moment: StepMoment): boolean {
  const last = moment.run.rule.lines.findLastIndex((line) => line.name === 'x')
  return slopeOf(last, [name], moment) < 0
}

const rounding = 1e-9

/** What is a place in the plane: if all points were elsewhere, it would be as far elsewhere. */
function placesOf(moment: StepMoment): ReadonlySet<string> {
  const given = moment.run.rule.supplied.filter(({ place }) => place)
  const places = new Set(['x', ...given.map(({ name }) => name)])
  moment.run.rule.lines.forEach(({ name, value }, j) => {
    const moving = namesIn(value).filter((n) => places.has(previousOf(n) ?? n) || n === name)
    if (name === 'g' || moving.every((n) => n === name)) return
    if (Math.abs(slopeOf(j, moving, moment) - 1) < rounding) places.add(name)
  })
  return places
}
