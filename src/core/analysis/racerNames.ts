// What racers are called where they are drawn: by what tells them apart. Files and links have their labels: SGD 2.
import type { Run } from '../experiment/prepare.ts'
import { type Hyper, isChoice, singles } from '../hyper.ts'
import { symbol } from '../language/latex/symbol.ts'
import { plain } from '../number.ts'
import { labelOfHyper } from '../optimizers/label.ts'

/** Names with more about a run than this would not find room in a picture. */
const mostParts = 3

const known = new WeakMap<readonly Run[], readonly string[]>()

/** A name for each run, all of them different: the optimizer’s where it is alone, else with all that differs. */
export function racerNames(runs: readonly Run[]): readonly string[] {
  const names = known.get(runs) ?? namesOf(runs)
  known.set(runs, names)
  return names
}

function namesOf(runs: readonly Run[]): readonly string[] {
  const names = runs.map((run) => {
    const { name } = run.optimizer
    const others = runs.filter(({ optimizer }) => optimizer.name === name)
    return withParts(name, run, others)
  })
  const isTwice = (name: string) => names.filter((other) => other === name).length > 1
  return names.map((name, i) => {
    const run = runs[i] as Run
    // Where nothing differs that has a place in the name, the number of the label does.
    return isTwice(name) ? name.replace(run.optimizer.name, run.label) : name
  })
}

function withParts(name: string, run: Run, others: readonly Run[]): string {
  const differing = aspects.flatMap((aspect) => {
    const all = others.map((other) => new Map(aspect(other)))
    return aspect(run).flatMap(([key, text]) =>
      text && all.some((other) => (other.get(key) ?? text) !== text) ? [text] : [],
    )
  })
  return [name, differing.slice(0, mostParts).join(', ')].filter(Boolean).join(' ')
}

/** Something about a run by a key, and how a name says it: nothing where it is as usual. Compared are equal keys. */
type Aspect = (run: Run) => readonly (readonly [key: string, text: string])[]

const aspects: readonly Aspect[] = [
  ({ optimizer, settings }) =>
    [...singles(optimizer.hyper)].map(([name, hyper]) => [
      name,
      told(name, hyper, settings[name] ?? null),
    ]),
  ({ optimizer, settings }) =>
    Object.entries(optimizer.hyper).flatMap(([key, entry]) => {
      if (!isChoice(entry)) return []
      const [chosen] = [...entry.options].find(([, flag]) => flag && settings[flag]) ?? []
      return [[key, chosen?.replaceAll('_', ' ') ?? ''] as const]
    }),
  ({ schedule }) => {
    const id = schedule?.schedule?.id
    return [['schedule', `${schedule?.isWarmed ? '@warmup' : ''}${id ? `@${id}` : ''}`]]
  },
  ({ schedule }) =>
    [...singles(schedule?.schedule?.hyper ?? {})].map(([name, hyper]) => [
      `${schedule?.schedule?.id} ${name}`,
      told(name, hyper, schedule?.settings[`schedule.${name}`] ?? null),
    ]),
  ({ bugs }) => [['bugs', bugs.map(({ name }) => lowerCase(name)).join(', ')]],
  ({ from }) => [['from', from ? `from step ${from.step}` : '']],
]

const lowerCase = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function told(name: string, hyper: Hyper, value: Run['settings'][string] | null): string {
  // Rates are set by hand, whatever PyTorch's default is.
  if (name === 'lr') return `lr ${plain(Number(value))}`
  if (value === null || value === hyper.value) return ''
  if (typeof value !== 'number') return `${value ? '' : 'not '}${labelOfHyper(name)}`
  return `${asText(name, hyper)} = ${plain(value)}`
}

const alphabet =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho . sigma tau upsilon phi chi psi omega'
const greek = new Map(
  alphabet.split(' ').map((name, i) => [name, String.fromCodePoint(0x3b1 + i)] as const),
)
const lowered = '₀₁₂₃₄₅₆₇₈₉'

/** Its symbol as plain text, μ or β₁; where that is more than a letter with a number, its name. */
function asText(name: string, hyper: Hyper): string {
  const { text } = symbol(name, '', hyper.symbol)
  const [, letter = '', digit = ''] = /^\\?([A-Za-z]+)(?:_\{?(\d)\}?)?$/.exec(text) ?? []
  const short = greek.get(letter) ?? (letter.length === 1 ? letter : '')
  return short ? `${short}${lowered[Number(digit || Number.NaN)] ?? ''}` : name
}
