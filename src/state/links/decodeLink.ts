// From a link, which may have been typed by hand, to what it says.

import { budgets, type Experiment, type RunSpec } from '../../core/experiment/experiment.ts'
import { ExperimentError } from '../../core/experimentError.ts'
import { readLoss } from '../../core/loss/loss.ts'
import { customId } from '../../core/optimizers/written/custom.ts'
import { number, readRun } from './readRun.ts'

/** What a fragment says, and what of it could not be read. */
export interface Decoded {
  /** As far as it could be read; without f if there is none. */
  readonly experiment: Partial<Experiment>
  readonly complaints: readonly string[]
}

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
  seed: whole('seed'),
  noise(draft, value) {
    const noise = number(value)
    if (!(noise >= 0)) return 'it must be a number, 0 or more'
    draft.noise = noise
  },
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

function ruleLines(text: string): string {
  if (text.includes('#')) return text
  const lines = text.split(/[;\n]/).map((line) => line.trim())
  const spaced = lines.map((line) => line.replace(/^([A-Za-z]\w*)\s*([-+*]?=)(?!=)\s*/, '$1 $2 '))
  return spaced.filter(Boolean).join('\n')
}

function whole(key: 'steps' | 'at' | 'seed'): Reader {
  return (draft, value) => {
    const read = number(value)
    if (!Number.isInteger(read) || read < 0) return 'it must be a whole number'
    draft[key] = read
  }
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
