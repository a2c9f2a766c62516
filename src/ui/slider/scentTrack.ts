// What a slider's track says: the verdicts on its values as stretches to be painted, and in words.

import type { Bound } from '../../core/analysis/stabilityBound.ts'
import { plain } from '../../core/number.ts'
import type { Verdict } from '../../core/studies/scent.ts'
import type { SliderScale } from './sliderScale.ts'

export interface Scent {
  readonly verdicts: readonly Verdict[]
  readonly course: Course
  /** It belongs to what is asked for now; otherwise to what was before. */
  readonly isFresh: boolean
}

/** What a run has before it: at most so many steps, from the loss at its start to the least that is known. */
export interface Course {
  readonly steps: number
  readonly from: number
  readonly to: number | undefined
}

/** Neighbouring values that do the same, as shares of the track. */
export interface Stretch {
  readonly kind: Verdict['kind']
  /** While it is still moving: whether the deepest minimum is the next one. */
  readonly nearDeepest?: boolean | undefined
  /** From 1 to 4: how fast it converges, or how far down it comes. */
  readonly level: number
  readonly from: number
  readonly to: number
}

const levels = 4
const rising = (verdicts: readonly Verdict[]) => [...verdicts].sort((a, b) => a.value - b.value)

/** The track from its left end to its right one. Each value stands for what is nearer to it than to the others. */
export function stretchesOf({ verdicts, course }: Scent, scale: SliderScale): Stretch[] {
  const all = rising(verdicts)
  const share = ({ value }: Verdict) =>
    (scale.position(value) - scale.min) / (scale.max - scale.min)
  const level = levelsFor(verdicts, course)
  const stretches: Stretch[] = []
  all.forEach((verdict, i) => {
    const [before, after] = [all[i - 1], all[i + 1]]
    const from = before ? (share(before) + share(verdict)) / 2 : 0
    const to = after ? (share(verdict) + share(after)) / 2 : 1
    const { kind, nearDeepest } = verdict
    const like = { kind, level: level(verdict), ...(kind === 'running' && { nearDeepest }) }
    const last = stretches.at(-1)
    if (last && isLike(last, like)) stretches.splice(-1, 1, { ...last, to })
    else stretches.push({ ...like, from, to })
  })
  return stretches
}

const isLike = (a: Omit<Stretch, 'from' | 'to'>, b: typeof a) =>
  a.kind === b.kind && a.level === b.level && a.nearDeepest === b.nearDeepest

function levelsFor(verdicts: readonly Verdict[], { steps, from, to }: Course) {
  const all = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind)
  const fastest = Math.max(1, Math.min(...all('converged').map(({ step }) => step)))
  const least = to ?? Math.min(...all('running').map(({ f }) => f))
  return ({ kind, step, f }: Verdict): number => {
    if (kind === 'converged') return levelOf(Math.log(steps / step) / Math.log(steps / fastest))
    return kind === 'running' ? levelOf((from - f) / (from - least)) : 0
  }
}

/** The level of a share from 0 to 1; the top one where there is nothing to compare. */
const levelOf = (share: number) =>
  Number.isFinite(share) ? Math.max(1, Math.min(levels, Math.ceil(share * levels))) : levels

const verbs: Readonly<Record<Verdict['kind'], string>> = {
  converged: 'converges',
  stuck: 'gets stuck',
  oscillating: 'oscillates',
  diverged: 'diverges',
  running: 'is still moving',
  refused: 'is not allowed',
}

/** More stretches than this are counted instead of listed. */
const mostListed = 7

/** The track in words. */
export function scentInWords(scent?: Pick<Scent, 'verdicts'>, bound?: Bound): string {
  const verdicts = scent?.verdicts ?? []
  const spans = spansOf(rising(verdicts))
  const words = spans.length > mostListed ? counted(verdicts) : spans.map(spanInWords).join(', ')
  const sentence = words && `This slider’s track: ${words}${furthest(verdicts)}.`
  return [sentence, bound && boundInWords(bound)].filter(Boolean).join(' ')
}

const boundInWords = ({ law, value, curvature }: Bound): string =>
  `Stability bound: ${law} = ${plain(value)}, with curvature λ = ${plain(curvature)} at the minimum.`

/** Where nothing converges in time, the value that comes furthest down. */
function furthest(verdicts: readonly Verdict[]): string {
  if (verdicts.some(({ kind }) => kind === 'converged')) return ''
  const running = verdicts.filter(({ kind }) => kind === 'running')
  const [first] = running
  if (!first || running.every(({ f }) => f === first.f)) return ''
  const best = running.reduce((a, b) => (b.f < a.f ? b : a))
  return `; furthest down with ${plain(best.value, 3)}`
}

interface Span {
  readonly kind: Verdict['kind']
  readonly from: number
  readonly to: number
}

function spansOf(verdicts: readonly Verdict[]): Span[] {
  const spans: Span[] = []
  for (const { kind, value } of verdicts) {
    const last = spans.at(-1)
    if (last?.kind === kind) spans.splice(-1, 1, { ...last, to: value })
    else spans.push({ kind, from: value, to: value })
  }
  return spans
}

function spanInWords({ kind, from, to }: Span, i: number, { length }: readonly Span[]): string {
  const [a, b] = [plain(from, 3), plain(to, 3)]
  if (length === 1) return `${verbs[kind]} everywhere`
  if (i === length - 1) return `${verbs[kind]} from ${a} on`
  if (a === b) return `${verbs[kind]} at ${a}`
  return i === 0 ? `${verbs[kind]} up to ${b}` : `${verbs[kind]} from ${a} to ${b}`
}

function counted(verdicts: readonly Verdict[]): string {
  const kinds = Object.keys(verbs) as Verdict['kind'][]
  return kinds
    .flatMap((kind) => {
      const values = verdicts.filter((v) => v.kind === kind).map(({ value }) => value)
      if (values.length === 0) return []
      const [least, most] = [Math.min(...values), Math.max(...values)].map((v) => plain(v, 3))
      const where = least === most ? `at ${least}` : `between ${least} and ${most}`
      return [`${verbs[kind]} at ${values.length} of ${verdicts.length} values, ${where}`]
    })
    .join('; ')
}
