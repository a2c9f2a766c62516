// core/analysis/: what can be said of a finished run beside its outcome; loaded when someone asks for it.
//
// The path told in words and numbers, for those who do not see it.

import { distance, moved, pointAt, turnsBack } from '../descent/steps.ts'
import type { Trace } from '../descent/trace.ts'
import type { Prepared, Run } from '../experiment/prepare.ts'
import { apart } from '../geometry.ts'
import { compileFunction } from '../language/program.ts'
import { nearestMinimum } from '../loss/knownMinima.ts'
import { theValue } from '../loss/valueName.ts'
import { counted, plain } from '../number.ts'
import { count, place as placeOf, pointInWords, valueInWords } from '../outcome/telling/words.ts'

interface Telling {
  readonly prepared: Prepared
  readonly run: Run
  readonly trace: Trace
  readonly d: number
  /** Finished steps. */
  readonly n: number
  /** −1 for a run that maximizes. */
  readonly sign: number
}

/** Sentences of where a run starts, how it goes, how f falls, where it ends and what is near; for any number of variables. */
export function storyOf(prepared: Prepared, run: Run, trace: Trace): string[] {
  const told = {
    prepared,
    run,
    trace,
    d: prepared.loss.variables.length,
    n: trace.f.length - 1,
    sign: run.settings.maximize === true ? -1 : 1,
  }
  return [start, branching, course, best, fall, end, goal].flatMap((tell) => tell(told) ?? [])
}

const start = (told: Telling) => `It starts at ${place(told, 0)}.`

const branching = ({ run: { from, before } }: Telling) =>
  from && before && `It leaves the path of ${before.label} at step ${from.step}.`

function course({ trace: { x }, d, n }: Telling): string {
  if (n === 0) return 'It takes no step.'
  let [length, turns] = [0, 0]
  for (let k = 1; k <= n; k++) length += moved(x, k, d)
  for (let k = 1; k < n; k++) if (turnsBack(x, k, d)) turns++
  const away = apart(pointAt(x, 0, d), pointAt(x, n, d))
  const turning =
    turns === 0
      ? 'It never turns back'
      : `It turns back ${turns === 1 ? 'once' : `${counted(turns)} times`}`
  return `In ${count(n)} it goes a way of length ${plain(length)}, to a point ${plain(away)} from the start. ${turning}.`
}

/** The step with the best value; the first of equals. */
function bestStep({ trace: { f }, sign }: Telling): number {
  return f.reduce(
    (least, value, k) => (sign * value < sign * (f[least] as number) ? k : least),
    Math.max(
      0,
      f.findIndex((value) => !Number.isNaN(value)),
    ),
  )
}

function best(told: Telling): string | undefined {
  const { n, sign } = told
  if (n === 0) return undefined
  const k = bestStep(told)
  const f = theValue(told.prepared.loss.variables, 'The')
  const [most, below] = sign < 0 ? ['highest', 'above'] : ['lowest', 'below']
  if (k === 0) return `${f} never comes ${below} what it is at the start.`
  return `${f} is ${most} at ${k === n ? 'the last step' : `step ${k}`}: ${place(told, k)}.`
}

const shares = [0.5, 0.9, 0.99]

function fall(told: Telling): string | undefined {
  const { trace, n, sign } = told
  const f = trace.f.map((value) => sign * value)
  const whole = (f[0] as number) - (f[bestStep(told)] as number)
  if (!(whole > 0) || !Number.isFinite(whole)) return undefined
  const parts = shares.map((share) => {
    const k = f.findIndex((value) => value <= (f[0] as number) - share * whole)
    return `${plain(100 * share)} % after ${count(k)}`
  })
  let against = 0
  for (let k = 0; k < n; k++) if ((f[k + 1] as number) > (f[k] as number)) against++
  const [falls, rises] = sign < 0 ? ['rise', 'falls'] : ['fall', 'rises']
  const setbacks = against === 0 ? `It never ${rises}` : `It ${rises} in ${count(against)}`
  return `Of this ${falls} of ${plain(whole)}, ${listed(parts)} are done. ${setbacks}.`
}

const listed = (parts: readonly string[]) =>
  `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`

const end = (told: Telling) => {
  const { trace, d, n } = told
  const slope = plain(distance(trace.grad, n, d))
  return n === 0
    ? `The slope there is ${slope}.`
    : `It ends at ${place(told, n)}; the slope there is ${slope}.`
}

function goal({ prepared: { loss }, trace: { x }, d, n }: Telling): string | undefined {
  const point = pointAt(x, n, d)
  const near = nearestMinimum(loss, point)
  if (!near) return undefined
  const f = compileFunction(loss.expression, loss.variables)(...near)
  const where = `${pointInWords(loss.variables, near)}, ${valueInWords(loss, f)}`
  return `The nearest known minimum, ${where}, is ${plain(apart(near, point))} away.`
}

const place = ({ prepared, trace, d }: Telling, k: number): string =>
  placeOf({ recording: trace, prepared, d }, k)
