// From an experiment to its link: a readable fragment.

import type { Experiment, RunSpec } from '../../core/experiment/experiment.ts'
import type { HyperArgument } from '../../core/hyper.ts'
import { exact } from '../../core/number.ts'
import { customId, firstRule } from '../../core/optimizers/written/custom.ts'

/**
 * The fragment of an experiment, readable: #/curve?f=x^2&start=2.5&run=sgd(lr=0.1)
 * @param encode how a value is written; `forChat` makes a link that survives chat programs
 */
export function encodeLink(
  experiment: Experiment,
  encode: (text: string) => string = readable,
): string {
  const {
    lab = 'curve',
    f,
    params = {},
    start,
    steps,
    at,
    seed,
    noise,
    budget,
    runs = [],
  } = experiment
  const pairs: [string, string][] = [['f', f.replaceAll(' ', '')]]
  const parameters = Object.entries(params).map(([name, value]) => `${name}:${exact(value)}`)
  if (parameters.length) pairs.push(['params', parameters.join()])
  if (start) pairs.push(['start', start.map(exact).join()])
  if (steps !== undefined) pairs.push(['steps', exact(steps)])
  if (budget) pairs.push(['budget', budget])
  if (at) pairs.push(['at', exact(at)])
  if (seed) pairs.push(['seed', exact(seed)])
  if (noise) pairs.push(['noise', exact(noise)])
  const lastWritten = runs.findLastIndex((run) => run.rule !== undefined)
  runs.forEach((run, i) => {
    pairs.push(['run', encodeRun(run)])
    // Rules are told apart by their order alone, so none may be missing before another one.
    const rule = run.rule ?? (run.optimizer === customId && i < lastWritten ? firstRule : undefined)
    if (rule !== undefined) pairs.push(['rule', ruleText(rule)])
  })
  return `#/${lab}?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`
}

/** A rule in one line, if that loses nothing: a comment ends only with its line. */
const ruleText = (rule: string) => (rule.includes('#') ? rule : compact(rule))

const compact = (rule: string) =>
  rule
    .split('\n')
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter(Boolean)
    .join(';')

function encodeRun({ optimizer, hyper = {}, schedule, bugs, from }: RunSpec): string {
  const beside = {
    ...(bugs?.length && { bugs: bugs.join(':') }),
    ...(from && { from: `${from.run}:${from.step}` }),
  }
  const { kind, warmup, ...given } = schedule ?? {}
  const stages = [
    ...(warmup ? [call('warmup', warmup)] : []),
    ...(kind === undefined ? [] : [call(kind, given as Arguments)]),
  ]
  return [call(optimizer, { ...hyper, ...beside }), ...stages].join('@')
}

type Arguments = Readonly<Record<string, HyperArgument>>

/** adam(lr=0.1,betas=0.9:0.999,amsgrad) */
function call(name: string, given: Arguments): string {
  const args = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? key : `${key}=${argumentText(value)}`))
  return args.length ? `${name}(${args.join()})` : name
}

function argumentText(value: HyperArgument): string {
  if (value === null) return 'none'
  if (typeof value === 'number') return exact(value)
  // One number in a list keeps its colon, so that it is read as a list again.
  if (typeof value === 'object') return value.map(exact).join(':') + (value.length === 1 ? ':' : '')
  return String(value)
}

const percent = (text: string) =>
  [...new TextEncoder().encode(text)]
    .map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')

/** Only what would end the value or what browsers change by themselves. */
const readable = (text: string) => text.replace(/[%&#\s"<>`]/g, percent)

/** Everything that some chat program takes for markup or for the end of the link. */
export const forChat = (text: string): string => text.replace(/[^A-Za-z0-9\-./:=,+]/gu, percent)
