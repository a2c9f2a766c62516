// A run in a link: adam(lr=0.1,betas=0.9:0.999)@warmup(steps=10)@cosine(T_max=90)
import { type Arguments, type Call, readCall, valuesOf, writeCall } from './call.ts'
import type { RunSpec, ScheduleSpec } from './experiment.ts'
import { readParts, type Said, type Tell, Unreadable, wanted, writeParts } from './part.ts'
import { runParts } from './runParts.ts'

const besides = runParts.flatMap(({ link }) => link?.keys ?? [])

/**
 * A run, or what is wrong with its text.
 * @param object says of the text that it …, where some of it does not count
 */
export function readRun(text: string, object?: Tell): RunSpec | Unreadable | undefined {
  const [own = '', ...stages] = text.split('@')
  const call = readCall(own, object)
  if (!call) return undefined
  const schedule = readStages(stages, object)
  if (schedule instanceof Unreadable) return schedule
  const isBeside = ({ key }: Call['args'][number]) => besides.some(({ name }) => name === key)
  const refusals: string[] = []
  const said = call.args.filter(isBeside).map(({ key, value = '' }): Said => {
    const known = besides.find(({ name }) => name === key)
    const tell = (sentence: string) => refusals.push(sentence)
    const refuse = (why = `${key} must be ${known && wanted(known)}`) => tell(why)
    return { key, text: value, refuse, object: (that) => tell(`\`${key}\` ${that}`), tell }
  })
  const beside = readParts(runParts, said)
  if (refusals[0] !== undefined) return new Unreadable(refusals[0])
  const hyper = call.args.filter((arg) => !isBeside(arg))
  return {
    optimizer: call.name,
    ...(hyper.length && { hyper: valuesOf(hyper) }),
    ...(schedule && { schedule }),
    ...beside,
  }
}

/** What stands behind @: a warm-up, a schedule, or the one before the other. */
function readStages(
  stages: readonly string[],
  object?: Tell,
): ScheduleSpec | Unreadable | undefined {
  if (stages.length === 0) return undefined
  const calls = stages.map((stage) => readCall(stage, object))
  const [warm, then] = calls[0]?.name === 'warmup' ? [calls[0], calls[1]] : [undefined, calls[0]]
  const isRead = calls.every(Boolean) && calls.length === Number(!!warm) + Number(!!then)
  if (!isRead)
    return new Unreadable('a schedule is written as `@warmup(steps=10)@cosine(T_max=90)`')
  return {
    ...(then && { kind: then.name, ...valuesOf(then.args) }),
    ...(warm && { warmup: valuesOf(warm.args) }),
  }
}

export function writeRun(run: RunSpec): string {
  const { optimizer, hyper, schedule } = run
  const { kind, warmup, ...given } = schedule ?? {}
  const stages = [
    ...(warmup ? [writeCall('warmup', warmup)] : []),
    ...(kind === undefined ? [] : [writeCall(kind, given as Arguments)]),
  ]
  const beside = Object.fromEntries(writeParts(runParts, run))
  return [writeCall(optimizer, { ...hyper, ...beside }), ...stages].join('@')
}
