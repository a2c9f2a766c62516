// A run in a link: adam(lr=0.1,betas=0.9:0.999)@warmup(steps=10)@cosine(T_max=90)

import type { RunSpec, ScheduleSpec } from '../../core/experiment/experiment.ts'
import type { HyperArgument } from '../../core/hyper.ts'

/** A number as links write it; NaN if it is none. */
export const number = (text: string): number =>
  /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN

const callPattern = /^([\w-]+)(?:\((.*)\))?$/s

/** A run, or what is wrong with its text. */
export function readRun(text: string): RunSpec | string {
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
