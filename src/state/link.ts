// Links: a readable fragment that can be typed by hand, and back.
import { exact } from '../core/number.ts'
import type { Experiment, HyperArgument, RunSpec } from '../core/runs/experiment.ts'

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
  const { lab = 'curve', f, params = {}, start, steps, at, runs = [] } = experiment
  const pairs: [string, string][] = [['f', f.replaceAll(' ', '')]]
  const parameters = Object.entries(params).map(([name, value]) => `${name}:${exact(value)}`)
  if (parameters.length) pairs.push(['params', parameters.join()])
  if (start) pairs.push(['start', start.map(exact).join()])
  if (steps !== undefined) pairs.push(['steps', exact(steps)])
  if (at) pairs.push(['at', exact(at)])
  for (const run of runs) pairs.push(['run', encodeRun(run)])
  return `#/${lab}?${pairs.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`
}

function encodeRun({ optimizer, hyper = {} }: RunSpec): string {
  const args = Object.entries(hyper).map(([key, value]) => {
    if (value === true) return key
    return `${key}=${typeof value === 'object' ? value.map(exact).join(':') : typeof value === 'number' ? exact(value) : String(value)}`
  })
  return args.length ? `${optimizer}(${args.join()})` : optimizer
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
  const experiment: { -readonly [K in keyof Experiment]?: Experiment[K] } = { ...(lab && { lab }) }
  for (const pair of rest.join('?').split('&')) {
    if (!pair) continue
    const [key = '', ...after] = pair.split('=')
    const name = decodePercent(key)
    const value = decodePercent(after.join('='))
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
    if (!reader) complaints.push(`\`${name}\` in the link is not known and was ignored`)
    else {
      const complaint = reader(experiment, value, complaints)
      if (complaint)
        complaints.push(
          `\`${pair === key ? name : `${name}=${value}`}\` in the link cannot be read: ${complaint}`,
        )
    }
  }
  return { experiment, complaints }
}

type Draft = { -readonly [K in keyof Experiment]?: Experiment[K] }
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
    const named = value.split(',').map((part) => part.split(':'))
    const ordered = named.every((part) => part.length === 2)
      ? named.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
      : named
    const start = ordered.map((part) => number(part.at(-1) as string))
    if (start.some(Number.isNaN)) return 'the start is one number for each variable'
    draft.start = start
  },
  steps: whole('steps'),
  at: whole('at'),
  run(draft, value, complaints) {
    const [own = '', ...schedules] = value.split('@')
    const run = readRun(own)
    if (!run) return 'a run is written as `adam(lr=0.1)`'
    if (schedules.length)
      complaints.push(`\`@${schedules.join('@')}\` in the link is not known and was ignored`)
    draft.runs = [...(draft.runs ?? []), run]
  },
}

function whole(key: 'steps' | 'at'): Reader {
  return (draft, value) => {
    const read = number(value)
    if (!Number.isInteger(read) || read < 0) return 'it must be a whole number'
    draft[key] = read
  }
}

function readRun(text: string): RunSpec | undefined {
  const [, optimizer, list] = /^([\w-]+)(?:\((.*)\))?$/s.exec(text) ?? []
  if (!optimizer) return undefined
  const hyper: Record<string, HyperArgument> = {}
  for (const argument of list?.split(',').filter(Boolean) ?? []) {
    const [key = '', ...after] = argument.split('=')
    hyper[key.trim()] = after.length ? readArgument(after.join('=')) : true
  }
  return { optimizer, ...(Object.keys(hyper).length && { hyper }) }
}

/** A number, a list of numbers, true or false; anything else stays what it is, for the check of the run to complain about. */
function readArgument(text: string): HyperArgument {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text.includes(':')) return text.split(':').map(number)
  return number(text)
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
