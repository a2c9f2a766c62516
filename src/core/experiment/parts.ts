// The parts of an experiment with a descent: the table that checks, files, links and the README's list of keys come from.
import { readLoss } from '../loss/loss.ts'
import { hyperOf } from '../optimizers/optimizer.ts'
import { type Budget, budgets, type Experiment, type RunSpec } from './experiment.ts'
import { isCount, isListOf, isNumber, isRecord, isText, wellFormed } from './form.ts'
import { optimizerOf } from './lookUp.ts'
import { complete, type Parts, partOf } from './part.ts'
import { runParts } from './runParts.ts'
import { runsInLinks } from './runsInLinks.ts'
import { showPart, viewPart } from './scene.ts'
import { startInLinks, usualStart } from './start.ts'
import { anExpression, byName, numberThat, oneOf } from './texts.ts'

const part = partOf<Experiment>()
const count = numberThat(isCount)
const size = (value: unknown) => Number.isFinite(value) && Number(value) >= 0
export const usualSteps = 50
const usualRuns: readonly RunSpec[] = [{ optimizer: 'sgd' }]

export const stepsOf = ({ steps = usualSteps }: Experiment): number => steps
export const runsOf = ({ runs = usualRuns }: Experiment): readonly RunSpec[] => runs

/**
 * The table of a lab.
 * @param shows the words of what its plot can show; without them any word may stand behind `show`
 */
export const partsOf = (shows?: readonly string[]): Parts<Experiment> => [
  part('lab', {
    form: { fits: isText, words: 'the name of a lab' },
    otherwise: () => 'curve',
    spelled: (lab) => lab,
  }),
  part('f', {
    form: { fits: isText, words: 'an expression or the id of a function', example: 'x^2' },
    needed: true,
    text: anExpression,
  }),
  part('params', {
    form: {
      fits: (value) => isRecord(value) && Object.values(value).every(isNumber),
      words: 'numbers by name',
      example: { V: 330 },
    },
    text: byName,
  }),
  part('start', {
    form: { fits: isListOf(isNumber), words: 'a list of numbers, one for each variable' },
    link: startInLinks,
    otherwise: ({ f, params }) => usualStart(readLoss(f, params)),
    spelled: (start) => start,
  }),
  part('steps', {
    form: { fits: isNumber, words: 'a whole number, 0 or more', example: usualSteps },
    text: count,
    otherwise: () => usualSteps,
    spelled: (steps) => steps,
  }),
  part('budget', {
    form: {
      fits: (value) => budgets.some((budget) => budget === value),
      words: budgets.map((budget) => `"${budget}"`).join(' or '),
    },
    text: oneOf(budgets),
    otherwise: (): Budget => 'steps',
  }),
  part('at', {
    form: { fits: isCount, words: 'a whole number, 0 or more' },
    text: count,
    silent: 0,
    spelled: (at) => at || undefined,
  }),
  part('seed', {
    form: { fits: isCount, words: 'a whole number, 0 or more' },
    text: count,
    silent: 0,
    otherwise: () => 0,
  }),
  part('noise', {
    form: { fits: size, words: 'a number, 0 or more' },
    text: numberThat(size),
    silent: 0,
    otherwise: () => 0,
  }),
  part('runs', {
    form: {
      fits: isListOf(isRecord),
      words: 'a list of runs',
      example: [{ optimizer: 'sgd' }],
      kept: (runs, place, tell) =>
        runs.map((run) => wellFormed(runParts, { ...run }, `a run of ${place}`, tell) as RunSpec),
    },
    link: runsInLinks,
    otherwise: () => usualRuns,
    spelled: (runs) => runs.map(withRate),
  }),
  showPart(shows),
  viewPart,
]

/** The table where no lab says what it shows. */
export const parts: Parts<Experiment> = partsOf()

type Completed = Experiment &
  Required<Pick<Experiment, 'start' | 'steps' | 'budget' | 'seed' | 'noise' | 'runs'>>

/** The experiment with what is meant where it says nothing. */
export const completed = (experiment: Experiment): Completed =>
  complete(parts, experiment) as Completed

/** A learning rate is always written out, so that a link means the same for ever. */
export function withRate(run: RunSpec): RunSpec {
  const lr = hyperOf(optimizerOf(run)).get('lr')?.value
  return typeof lr === 'number' ? { ...run, hyper: { lr, ...run.hyper } } : run
}
