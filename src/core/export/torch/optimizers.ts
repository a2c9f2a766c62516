// How a run's optimizer comes into the script: PyTorch's own class where there is one, else a class from its rule.

import type { Run } from '../../experiment/prepare.ts'
import { isHyper } from '../../hyper.ts'
import type { Optimizer } from '../../optimizers/optimizer.ts'
import { argumentsIn } from './arguments.ts'
import type { Definitions } from './definitions.ts'
import type { Chain, Leg } from './legs.ts'
import { methodClass } from './methods.ts'
import { matrixClass } from './muon.ts'
import { argumentsRead, classText, wordOf, wordsOf } from './optimizer-class.ts'
import { cycledBy, isInLoop } from './rules.ts'

export interface Place {
  /** How many there are. */
  readonly variables: number
  readonly steps: number
  readonly definitions: Definitions
}

export interface Making {
  readonly name: string
  readonly given: ReadonlyMap<string, string>
  /** The class is made from the rule as it is folded for this leg: another leg needs another one. */
  readonly isOwn: boolean
}

/** What makes the optimizer of each leg of a chain. */
export function makingsOf(chain: Chain, place: Place): readonly Making[] {
  const { optimizer } = chain[0].run
  const searches = chain.some(({ run }) => run.settings.strong_wolfe === true)
  const { definitions, variables } = place
  const use = { definitions, variables, searches }
  const settled =
    methodClass(optimizer, use) ?? matrixClass(optimizer, definitions) ?? torchClass(chain, place)
  if (settled === undefined) return chain.map((leg) => generated(leg, place))
  const keys = new Set(chain.flatMap((leg) => [...givenTo(leg, optimizer, place).keys()]))
  if (chain.length > 1)
    for (const key of chain.flatMap(({ run }) => [...keysCycled(run), ...keysThatFollow(run)]))
      keys.add(key)
  return chain.map((leg) => ({
    name: settled,
    given: givenTo(leg, optimizer, place, [...keys]),
    isOwn: false,
  }))
}

/** The class of torch.optim, if it does what the whole chain does. */
function torchClass(chain: Chain, place: Place): string | undefined {
  const { torch } = chain[0].run.optimizer
  const isMistaken = chain.some(({ run }) => run.bugs.some((bug) => !isInLoop(bug)))
  if (!torch || isMistaken || chain.some(({ run }) => breaksTorch(run, place.steps)))
    return undefined
  if (remembersLate(chain)) return undefined
  const newer = newerArguments(chain)
  if (!newer) return `torch.optim.${torch}`
  if (torch === 'Adam') return chain.length === 1 ? 'torch.optim.AdamW' : undefined
  return chain.length === 1 ? eitherClass(chain[0], newer, place) : undefined
}

/** Arguments that not every version has; none matter where the list is empty, NAdam differs even so. */
function newerArguments(chain: Chain): readonly string[] | undefined {
  const { id, hyper } = chain[0].run.optimizer
  const on = (key: string) =>
    Object.hasOwn(hyper, key) && chain.some(({ run }) => run.settings[key] === true)
  const late = id === 'nadam' || id === 'radam' ? ['maximize', 'decoupled_weight_decay'] : []
  const used = [...late, ...(id === 'adam' ? ['decoupled_weight_decay'] : [])].filter(on)
  return used.length || id === 'nadam' ? used : undefined
}

/** A class from the rule, and PyTorch's own instead where the installed version has it so. */
function eitherClass(leg: Leg, newer: readonly string[], place: Place): string {
  const { optimizer } = leg.run
  const torch = `torch.optim.${optimizer.torch}`
  const given = givenTo(leg, optimizer, place)
  const conditions = [
    ...(optimizer.id === 'nadam' ? ["int(torch.__version__.split('.')[0]) >= 2"] : []),
    ...newer.map((key) => `'${key}' in inspect.signature(${torch}).parameters`),
  ]
  const why =
    optimizer.id === 'nadam'
      ? '# PyTorch 1 multiplies by one factor too many: there the class above stands in for its own.'
      : `# Older versions know nothing of ${newer.join(' and ')}: there the class above stands in.`
  return place.definitions.add(
    optimizer.torch as string,
    (name) => `${classText(name, leg, [...given.keys()])}


${why}
if ${conditions.join(' and ')}:
    ${name} = ${torch}`,
  )
}

function generated(leg: Leg, place: Place): Making {
  const { optimizer, settings, bugs } = leg.run
  const wanted = [
    optimizer.torch ?? optimizer.name,
    ...bugs.filter((b) => !isInLoop(b)).map((b) => b.id),
  ]
  const name = place.definitions.add(className(wanted), (n) => classText(n, leg))
  const entries = argumentsRead(leg)
  const given = argumentsIn(
    entries,
    { settings },
    { ...place, lr: Number(settings.lr) },
    Object.keys(entries),
  )
  const words = wordsOf(leg)
  const spelled = [...given].map(([key, value]) => [wordOf(key, entries, words), value] as const)
  return { name, given: new Map(spelled), isOwn: true }
}

/** `Adam`, `no-bias-correction` → AdamNoBiasCorrection */
const className = (words: readonly string[]): string =>
  words
    .flatMap((word) => word.replace(/ε/g, 'eps').split(/[^A-Za-z0-9]+/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

function givenTo(
  { run: { settings } }: Leg,
  { hyper, id }: Optimizer,
  place: Place,
  always: readonly string[] = [],
): Map<string, string> {
  const isDecoupled = id === 'adam' && settings.decoupled_weight_decay === true
  const given = argumentsIn(hyper, { settings }, { ...place, lr: Number(settings.lr) }, [
    'lr',
    ...(isDecoupled ? ['weight_decay'] : []),
    ...always,
  ])
  if (id === 'adam') given.delete('decoupled_weight_decay')
  return given
}

/** The argument that a run's schedule cycles beside the learning rate. */
function keysCycled(run: Run): string[] {
  const cycled = cycledBy(run)
  if (!cycled) return []
  return [Object.hasOwn(run.optimizer.hyper, cycled) ? cycled : 'betas']
}

/** Arguments whose default PyTorch derives from another one, once: a change of that does not change them. */
const keysThatFollow = ({ optimizer: { hyper } }: Run): string[] =>
  Object.entries(hyper).flatMap(([key, entry]) =>
    isHyper(entry) && typeof entry.value === 'function' ? [key] : [],
  )

/** Options without which PyTorch's classes do not even begin to remember: on in the first step, or never. */
const remembering: Readonly<Record<string, readonly string[]>> = {
  adam: ['amsgrad'],
  adamw: ['amsgrad'],
  rmsprop: ['centered', 'momentum'],
}

/** Whether an option comes on that was off when the memory was made. */
function remembersLate(chain: Chain): boolean {
  const options = remembering[chain[0].run.optimizer.id] ?? []
  return options.some((option) => {
    const isOn = ({ run }: Leg, cycled: readonly string[]) =>
      (cycledBy(run) === option ? cycled : [option]).some((n) => Number(run.settings[n]) > 0)
    const [most, least] = ['schedule.max_momentum', 'schedule.base_momentum'] as const
    return !isOn(chain[0], [most]) && chain.some((leg) => isOn(leg, [most, least]))
  })
}

/** Where a class of PyTorch's would stop with an error of Python's, and the run goes on or ends by itself. */
function breaksTorch(run: Run, steps: number): boolean {
  const { settings, optimizer } = run
  const planned = (n: string) => Number(settings[`schedule.${n}`])
  // The bias correction of a β₁ that is cycled through 1 divides by 0.
  const most = Math.max(planned('base_momentum'), planned('max_momentum'))
  if (cycledBy(run) === 'beta1' && most >= 1) return true
  if (optimizer.id !== 'asgd') return false
  // It takes a power of 1 + lambd·lr·t, which must not be negative.
  const { lambd, lr } = settings
  return (
    1 + Number(lambd) * Number(lr) * Math.max(1, steps) <= 0 ||
    (run.schedule !== undefined && (Number(lambd) < 0 || mayTurn(run)))
  )
}

/** Whether a schedule may make the rate negative: by a number of its own, or as it grows beyond its ends. */
const mayTurn = ({ settings }: Run) =>
  Object.entries(settings).some(([n, value]) => n.startsWith('schedule.') && Number(value) < 0) ||
  (settings['schedule.shrinking'] === true && Number(settings['schedule.gamma']) > 1)
