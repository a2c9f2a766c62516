// Links: a readable fragment that can be typed by hand, and back.

import type { HyperArgument } from '../core/hyper.ts'
import { exact } from '../core/number.ts'
import { customId } from '../core/optimizers/custom.ts'
import {
  budgets,
  type Experiment,
  ExperimentError,
  type RunSpec,
  type ScheduleSpec,
} from '../core/runs/experiment.ts'
import { readLoss } from '../core/runs/loss.ts'

/** What a fragment says, and what of it could not be read. */
export interface Decoded {
  /** As far as it could be read; without f if there is none. */
  readonly experiment: Partial<Experiment>
  readonly complaints: readonly string[]
}

/**
 * The fragment of an experiment, readable: #/curve?f=x^2&start=2.5&run=sgd(lr=0.1)
 * @param encode how a value is written; `forChat` makes a link that survives chat programs
 */
export function encodeLink(
  experiment: Experiment,
  encode: (text: string) => string = readable,
): string {
  const { lab = 'curve', f, params = {}, start, steps, at, budget, runs = [] } = experiment
  const pairs: [string, string][] = [['f', f.replaceAll(' ', '')]]
  const parameters = Object.entries(params).map(([name, value]) => `${name}:${exact(value)}`)
  if (parameters.length) pairs.push(['params', parameters.join()])
  if (start) pairs.push(['start', start.map(exact).join()])
  if (steps !== undefined) pairs.push(['steps', exact(steps)])
  if (budget) pairs.push(['budget', budget])
  if (at) pairs.push(['at', exact(at)])
  for (const run of runs) {
    pairs.push(['run', encodeRun(run)])
    if (run.rule !== undefined) pairs.push(['rule', ruleText(run.rule)])
  }
  return `#/${lab}?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`
}

/** A rule in one line. */
const ruleText = (rule: string) =>
  rule
    .split('\n')
    .map((line) => line.replace(/#.*/, '').replaceAll(/\s/g, ''))
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
  const args = Object.entries(given).map(([key, value]) =>
    value === true ? key : `${key}=${argumentText(value)}`,
  )
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

/** Reads a fragment. Never throws: what cannot be read is complained about, and the rest still counts. */
export function decodeLink(fragment: string): Decoded {
  const complaints: string[] = []
  const [path = '', ...rest] = fragment.replace(/^#/, '').split('?')
  const lab = decodePercent(path).replace(/^\/|\/$/g, '')
  const experiment: Draft = { ...(lab && { lab }) }
  for (const pair of rest.join('?').split('&')) {
    if (!pair) continue
    const [key = '', ...after] = pair.split('=')
    const name = decodePercent(key)
    const value = decodePercent(after.join('='))
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    if (!name) complaints.push(`\`${pair}\` in the link has no name and was ignored`)
    else if (!reader) complaints.push(`\`${name}\` in the link is not known and was ignored`)
    else {
      const complaint = reader(experiment, value, complaints)
      if (complaint)
        complaints.push(
          `\`${pair === key ? name : `${name}=${value}`}\` in the link cannot be read: ${complaint}`,
        )
    }
  }
  return { experiment: withRules(inOrder(experiment, complaints), complaints), complaints }
}

type Draft = { -readonly [K in keyof Experiment]?: Experiment[K] } & {
  rules?: string[]
  /** Whose numbers those of the start are, if it says so. */
  coordinates?: readonly string[] | undefined
}
type Reader = (draft: Draft, value: string, complaints: string[]) => string | undefined

const number = (text: string) =>
  /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN

const readers: Readonly<Record<string, Reader>> = {
  f(draft, value) {
    if (!value) return 'it is empty'
    draft.f = value
  },
  params(draft, value) {
    const pairs = value.split(',').map((pair) => pair.split(':'))
    if (pairs.some(([name, text = '']) => !name || Number.isNaN(number(text))))
      return 'parameters are written as `V:330`'
    draft.params = Object.fromEntries(
      pairs.map(([name, text = '']) => [name as string, number(text)]),
    )
  },
  start(draft, value) {
    const parts = value.split(',').map((part) => part.split(':'))
    const start = parts.map((part) => number(part.at(-1) as string))
    const isNamed = parts.every((part) => part.length === 2)
    if (start.some(Number.isNaN) || !(isNamed || parts.every((part) => part.length === 1)))
      return 'the start is one number for each variable'
    draft.start = start
    draft.coordinates = isNamed ? parts.map(([name = '']) => name) : undefined
  },
  steps: whole('steps'),
  at: whole('at'),
  budget(draft, value) {
    const budget = budgets.find((known) => known === value)
    if (!budget) return `it is ${budgets.join(' or ')}`
    draft.budget = budget
  },
  run(draft, value) {
    const run = readRun(value)
    if (typeof run === 'string') return run
    draft.runs = [...(draft.runs ?? []), run]
  },
  rule(draft, value) {
    draft.rules = [...(draft.rules ?? []), value]
  },
}

/** A start by names, in the order of the function's variables. */
function inOrder({ coordinates, ...draft }: Draft, complaints: string[]): Draft {
  const { start, ...rest } = draft
  if (!coordinates || !start) return draft
  const known = draft.f === undefined ? undefined : variablesIn(draft.f, draft.params)
  const variables = known ?? [...coordinates].sort()
  if ([...variables].sort().join() === [...coordinates].sort().join())
    return { ...draft, start: variables.map((v) => start[coordinates.indexOf(v)] as number) }
  complaints.push(
    `The start in the link is one of ${coordinates.join(', ')}, but f is a function of ${variables.join(', ')}`,
  )
  return rest
}

/** The variables of a function; nothing if it cannot be read, which is said elsewhere. */
function variablesIn(f: string, params: Experiment['params']): readonly string[] | undefined {
  try {
    return readLoss(f, params).variables
  } catch (error) {
    if (error instanceof ExperimentError) return undefined
    throw error
  }
}

/** The n-th written run takes the n-th rule. */
function withRules({ rules = [], ...draft }: Draft, complaints: string[]): Partial<Experiment> {
  const left = [...rules]
  const runs = draft.runs?.map((run): RunSpec => {
    const rule = run.optimizer === customId ? left.shift() : undefined
    return rule === undefined ? run : { ...run, rule: ruleLines(rule) }
  })
  for (const rule of left)
    complaints.push(
      `\`rule=${rule}\` in the link belongs to no run: it needs a \`run=${customId}\``,
    )
  return { ...draft, ...(runs && { runs }) }
}

const ruleLines = (text: string) =>
  text
    .split(/[;\n]/)
    .map((line) => line.trim().replace(/^([A-Za-z]\w*)\s*([-+*]?=)(?!=)\s*/, '$1 $2 '))
    .filter(Boolean)
    .join('\n')

function whole(key: 'steps' | 'at'): Reader {
  return (draft, value) => {
    const read = number(value)
    if (!Number.isInteger(read) || read < 0) return 'it must be a whole number'
    draft[key] = read
  }
}

const callPattern = /^([\w-]+)(?:\((.*)\))?$/s

/** A run, or what is wrong with its text. */
function readRun(text: string): RunSpec | string {
  const [own = '', ...stages] = text.split('@')
  const read = readCall(own)
  if (!read) return 'a run is written as `adam(lr=0.1)`'
  const { bugs, from, ...hyper } = read.given
  const branching = typeof from === 'object' && from ? from : undefined
  if (from !== undefined && branching?.length !== 2) return 'a branch is written as `from=0:7`'
  const schedule = readStages(stages)
  if (typeof schedule === 'string') return schedule
  return {
    optimizer: read.name,
    ...(Object.keys(hyper).length && { hyper }),
    ...(schedule && { schedule }),
    ...(bugs !== undefined && { bugs: String(bugs).split(':') }),
    ...(branching && { from: { run: branching[0] as number, step: branching[1] as number } }),
  }
}

/** What stands behind @: a warm-up, a schedule, or the one before the other. */
function readStages(stages: readonly string[]): ScheduleSpec | string | undefined {
  if (stages.length === 0) return undefined
  const calls = stages.map(readCall)
  const [warm, then] = calls[0]?.name === 'warmup' ? [calls[0], calls[1]] : [undefined, calls[0]]
  const isRead = calls.every(Boolean) && calls.length === Number(!!warm) + Number(!!then)
  if (!isRead) return 'a schedule is written as `@warmup(steps=10)@cosine(T_max=90)`'
  return { ...(then && { kind: then.name, ...then.given }), ...(warm && { warmup: warm.given }) }
}

function readCall(
  text: string,
): { name: string; given: Record<string, HyperArgument> } | undefined {
  const [, name, list] = callPattern.exec(text) ?? []
  if (!name) return undefined
  // Without a prototype any name is only a name.
  const given: Record<string, HyperArgument> = Object.create(null)
  for (const argument of list?.split(',').filter(Boolean) ?? []) {
    const [key = '', ...after] = argument.split('=')
    given[key.trim()] = after.length ? readArgument(key.trim(), after.join('=')) : true
  }
  return { name, given: { ...given } }
}

/** A number, a list of numbers, true, false or nothing, or a name. */
function readArgument(key: string, text: string): HyperArgument {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'none' || text === 'None') return null
  if (key === 'bugs') return text
  if (text.includes(':')) return text.split(':').filter(Boolean).map(number)
  return /^[A-Za-z_]/.test(text) && !/^(nan|inf)/i.test(text) ? text : number(text)
}

/** Percent escapes piece by piece: a bad one stays itself. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
