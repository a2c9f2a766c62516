// What an experiment looks like: checked before anyone looks what it means, since files and scripts may hold anything.

import { ExperimentError } from '../experimentError.ts'
import { budgets } from './experiment.ts'

interface Form {
  readonly fits: (value: unknown) => boolean
  /** What the value must be, in words. */
  readonly words: string
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value))

const listOf = (fits: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && Array.from(value).every(fits)
const isNumber = (value: unknown) => typeof value === 'number'
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
const isText = (value: unknown) => typeof value === 'string'

/** The parts of an experiment. Parts of later versions may stand there as long as they ask for nothing. */
export const experimentForm: ReadonlyMap<string, Form> = new Map([
  ['lab', { fits: isText, words: 'the name of a lab' }],
  ['f', { fits: isText, words: 'an expression or the id of a function' }],
  [
    'params',
    {
      fits: (v) => isRecord(v) && Object.values(v).every(isNumber),
      words: 'numbers by name, such as { "V": 330 }',
    },
  ],
  ['start', { fits: listOf(isNumber), words: 'a list of numbers, one for each variable' }],
  ['steps', { fits: isNumber, words: 'a number' }],
  ['at', { fits: isCount, words: 'a whole number, 0 or more' }],
  [
    'seed',
    { fits: (v) => isCount(v) && Number.isSafeInteger(v), words: 'a whole number, 0 or more' },
  ],
  ['noise', { fits: (v) => Number.isFinite(v) && Number(v) >= 0, words: 'a number, 0 or more' }],
  [
    'budget',
    {
      fits: (v) => budgets.some((budget) => budget === v),
      words: budgets.map((budget) => `"${budget}"`).join(' or '),
    },
  ],
  ['runs', { fits: listOf(isRecord), words: 'a list of runs, such as [{ "optimizer": "sgd" }]' }],
])

/** The parts of a run. */
export const runForm: ReadonlyMap<string, Form> = new Map([
  ['optimizer', { fits: isText, words: 'the id of an optimizer' }],
  ['hyper', { fits: isRecord, words: 'arguments by name, such as { "lr": 0.1 }' }],
  ['rule', { fits: isText, words: 'the text of a rule' }],
  [
    'schedule',
    {
      fits: (v) =>
        isRecord(v) &&
        (v.kind === undefined || isText(v.kind)) &&
        (v.warmup === undefined || isRecord(v.warmup)),
      words: 'a schedule such as { "kind": "exponential", "gamma": 0.95 }',
    },
  ],
  ['bugs', { fits: listOf(isText), words: 'a list of bugs, such as ["stale-closure"]' }],
  [
    'from',
    {
      fits: (v) => isRecord(v) && isCount(v.run) && isCount(v.step),
      words: 'a run and a step, such as { "run": 0, "step": 7 }',
    },
  ],
])

/**
 * @throws ExperimentError for what has not the form of an experiment
 */
export function checkForm(experiment: unknown): void {
  if (!isRecord(experiment))
    throw new ExperimentError('An experiment is an object such as { "f": "x^2" }')
  if (experiment.f === undefined)
    throw new ExperimentError('An experiment needs an f: an expression or the id of a function')
  checkParts('An experiment', experiment, experimentForm)
  for (const run of (experiment.runs ?? []) as Record<string, unknown>[]) {
    if (run.optimizer === undefined) throw new ExperimentError('A run needs an optimizer')
    checkParts('A run', run, runForm)
  }
}

/** What would change the run but is not known must not be passed over. */
function checkParts(
  whole: string,
  value: Record<string, unknown>,
  form: ReadonlyMap<string, Form>,
): void {
  for (const [key, part] of Object.entries(value)) {
    const known = form.get(key)
    if (!known) throw new ExperimentError(`${whole} with "${key}" cannot be run by this version`)
    if (part !== undefined && !known.fits(part))
      throw new ExperimentError(`"${key}" must be ${known.words}`)
  }
}
