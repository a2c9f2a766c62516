// What changes along an axis of a map, by what a step's program calls it.

import { attempted } from '../attempted.ts'
import { hyperName, pointName } from '../descent/registers.ts'
import { ruleOfBranch } from '../experiment/legs.ts'
import { prepareRun, type Run } from '../experiment/prepare.ts'
import { type Loss, readLoss } from '../loss/loss.ts'
import { lastRun } from '../studies/turning.ts'
import { type Axis, valueAt } from './axis.ts'
import type { PreparedMap } from './prepareMap.ts'

export interface Along {
  /** What the inputs of a program are at each pixel. */
  readonly inputs: ReadonlyMap<string, Float64Array>
  /** Where these are hyper-parameters: the run at each pixel, all else as at the mark; nothing where there is none. */
  readonly runs?: readonly (Run | undefined)[]
  /** Likewise where it is a parameter of the function. */
  readonly losses?: readonly (Loss | undefined)[]
}

/** A parameter is to a step what a hyper-parameter is: no name of the language has a blank. */
export const parameterName = (name: string) => `param ${name}`

/** @param isSure whether every single run is looked up, and not only as many as tell what lies between them */
export function along(axis: Axis, map: PreparedMap, isSure = false): Along {
  const values = Array.from({ length: map.size }, (_, i) => valueAt(axis, map.size, i))
  const { experiment, prepared } = map
  const { variables } = prepared.loss
  if (axis.kind === 'start') {
    const name = pointName(variables.indexOf(axis.of.slice('start.'.length)))
    return { inputs: new Map([[name, Float64Array.from(values)]]) }
  }
  if (axis.kind === 'hyper') {
    const runs = runsAlong(axis, map, values, isSure)
    const { settings } = lastRun(prepared)
    return {
      inputs: changing(
        settings,
        runs.map((run) => run?.settings),
      ),
      runs,
    }
  }
  const losses = values.map((value) => {
    const { f, params } = axis.put(experiment, value, {})
    return attempted(() => readLoss(f, params))
  })
  const all = losses.map((loss) => loss && parametersOf(loss))
  return { inputs: changing(parametersOf(prepared.loss), all), losses }
}

/** The numbers of a loss as settings. */
export const parametersOf = ({ parameters, constants }: Loss): Settings =>
  Object.fromEntries(
    Object.entries({ ...parameters, ...constants }).map(([n, value]) => [parameterName(n), value]),
  )

type Settings = Run['settings']

/** Where it is only the number itself that changes, and both ends can be run, so can what lies between. */
function runsAlong(
  axis: Axis,
  { experiment, prepared }: PreparedMap,
  values: readonly number[],
  isSure: boolean,
) {
  const mark = lastRun(prepared)
  const place = { steps: prepared.steps, variables: prepared.loss.variables.length }
  const runAt = (value: number): Run | undefined => {
    const spec = axis.put(experiment, value, {}).runs?.at(-1)
    return spec && attempted(() => prepareRun(spec, place))
  }
  if (isSure) return values.map(runAt)
  const ends = [values[0] as number, values.at(-1) as number].map(runAt)
  const isAlone =
    ends.every((run) => run !== undefined) &&
    changed(
      mark.settings,
      ends.map((run) => run?.settings),
    ).every((n) => n === axis.of) &&
    Object.hasOwn(mark.settings, axis.of) &&
    !mark.full.lines.some(({ within }) => within)
  if (!isAlone) return values.map(runAt)
  return values.map((value) => withSettings(mark, { [axis.of]: value }))
}

/** The same run with some other settings. */
export function withSettings(run: Run, settings: Settings): Run {
  const turned = { ...run, settings: { ...run.settings, ...settings } }
  return { ...turned, rule: ruleOfBranch(turned) }
}

type Those = readonly (Settings | undefined)[]

/** The names of settings that are not everywhere the mark's. */
const changed = (mark: Settings, all: Those): string[] =>
  Object.keys(mark).filter((n) => all.some((own) => own && !Object.is(own[n], mark[n])))

const changing = (mark: Settings, all: Those): Along['inputs'] =>
  new Map(
    changed(mark, all).map((n) => [
      hyperName(n),
      Float64Array.from(all, (settings) => Number(settings?.[n] ?? Number.NaN)),
    ]),
  )
