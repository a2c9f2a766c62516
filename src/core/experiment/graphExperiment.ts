// The experiment of the graph lab: an expression, where it is looked at, and how far the passes have come.
import { ExperimentError, within } from '../experimentError.ts'
import { type Graph, readGraph } from '../graphs/graph.ts'
import type { Point } from '../graphs/passes.ts'
import { type Stage, stagesOf } from '../graphs/stages.ts'
import { theValue } from '../loss/valueName.ts'
import { few } from '../quote.ts'
import type { RunSpec } from './experiment.ts'
import { checkForm, isCount, isNumber, isRecord, isText, wellFormed } from './form.ts'
import { type InLinks, lastRead, type Parts, partOf, readOr } from './part.ts'
import { prepareRun, type Run } from './prepare.ts'
import { runParts } from './runParts.ts'
import { runsInLinks } from './runsInLinks.ts'
import { aNumber, anExpression, byName, listOf, numberThat } from './texts.ts'

export interface GraphExperiment {
  readonly lab?: string
  /** An expression, or the id of a catalogue entry. */
  readonly f: string
  /** A number for each variable, by its name. */
  readonly start?: Point
  /** The stage that is shown. */
  readonly at?: number
  /** How a step is taken from there. */
  readonly run?: RunSpec
}

/** The lab whose experiments these are. */
const id = 'graph'

export const isOfGraph = (experiment: { readonly lab?: string }): experiment is GraphExperiment =>
  experiment.lab === id

export interface PreparedGraph {
  readonly graph: Graph
  /** Of every variable. */
  readonly point: Point
  readonly stages: readonly Stage[]
  readonly run: Run
}

const part = partOf<GraphExperiment>()
const numbers = listOf(aNumber)

/** A start by names, or as a list in the order of the variables. */
const startText = {
  keys: [{ name: 'start', words: 'a number for each variable, by its name', example: 'x:3,y:-4' }],
  read: (
    said: Parameters<typeof lastRead>[0],
    { f }: Partial<GraphExperiment>,
  ): Point | undefined =>
    lastRead(said, (one): Point | undefined => {
      const list = numbers.read(one.text, {})
      if (!Array.isArray(list)) return readOr(one, byName.read(one.text, {}, one.object))
      const variables = f === undefined ? [] : variablesIn(f)
      if (list.length === variables.length)
        return Object.fromEntries(variables.map((name, i) => [name, list[i] as number]))
      one.refuse(`${theValue(variables)} has ${variables.length} variables`)
      return undefined
    }),
  write: (start: Point) => [['start', byName.write(start)] as const],
}

/** One run is said as those of a race are. */
const runInLinks: InLinks<GraphExperiment, RunSpec> = {
  keys: runsInLinks.keys,
  read(said) {
    const runs = runsInLinks.read(said, {}) ?? []
    if (runs.length > 1)
      said.at(-1)?.tell('A graph takes the steps of one `run`: the last one counts')
    return runs.at(-1)
  },
  write: (run, { f }) => runsInLinks.write([run], { f }),
}

/** Plain gradient descent. */
export const usualRun: RunSpec = { optimizer: 'sgd', hyper: { lr: 0.1 } }

const variablesIn = (f: string): readonly string[] => {
  try {
    return readGraph(f).loss.variables
  } catch (error) {
    if (error instanceof ExperimentError) return []
    throw error
  }
}

export const graphParts: Parts<GraphExperiment> = [
  part('lab', {
    form: { fits: isText, words: 'the name of a lab' },
    otherwise: () => id,
    spelled: (lab) => lab,
  }),
  part('f', {
    form: { fits: isText, words: 'an expression', example: '2*(x*y + max(z, w))' },
    needed: true,
    text: anExpression,
  }),
  part('start', {
    form: {
      fits: (value) => isRecord(value) && Object.values(value).every(isNumber),
      words: 'numbers by name',
      example: { x: 3, y: -4 },
    },
    link: startText,
    otherwise: ({ f }) => usualPoint(f),
    spelled: (start, { f }) => ({ ...usualPoint(f), ...start }),
  }),
  part('at', {
    form: { fits: isCount, words: 'a whole number, 0 or more' },
    text: numberThat(isCount),
    silent: 0,
    scenic: true,
    spelled: (at) => at || undefined,
  }),
  part('run', {
    form: {
      fits: isRecord,
      words: 'a run',
      example: usualRun,
      kept: (run, place, tell) =>
        wellFormed(runParts, { ...run }, `the run of ${place}`, tell) as RunSpec,
    },
    link: runInLinks,
    otherwise: () => usualRun,
  }),
]

/** Where the catalogue starts the function, else 1 in each variable. */
const usualPoint = (f: string): Point => {
  const { variables, entry } = readGraph(f).loss
  return Object.fromEntries(variables.map((name, i) => [name, entry?.start?.[i] ?? 1]))
}

/**
 * Looks up and checks what an experiment says.
 * @throws ExperimentError with one sentence for a student, if there is nothing to show
 */
export function prepareGraph(experiment: GraphExperiment): PreparedGraph {
  checkForm(graphParts, experiment, 'An experiment')
  const { f, start = {}, at = 0, run = usualRun } = experiment
  const graph = readGraph(f)
  const { variables } = graph.loss
  const strange = Object.keys(start).filter((name) => !variables.includes(name))
  if (strange.length)
    throw new ExperimentError(`${theValue(variables, 'The')} has no variable ${few(strange)}`, {
      at: [['start']],
    })
  const endless = variables.filter((name) => name in start && !Number.isFinite(start[name]))
  if (endless.length)
    throw new ExperimentError(`${few(endless)} must be a number`, { at: [['start']] })
  const stages = stagesOf(graph)
  if (at >= stages.length)
    throw new ExperimentError(
      `There is no step ${at} in ${stages.length - 1} steps: the first one is shown`,
      { at: [['at']] },
    )
  const place = { steps: 1, variables: variables.length }
  return {
    graph,
    point: { ...usualPoint(f), ...start },
    stages,
    run: within(['run'], () => prepareRun(run, place)),
  }
}
