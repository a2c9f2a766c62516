// The hunt: experiments by chance, compared step by step. What differs is made as small as it goes, and told as a link.
import fc from 'fast-check'
import type { Experiment } from '../../../src/core/experiment/experiment.ts'
import { parts } from '../../../src/core/experiment/parts.ts'
import { canStart, experiments } from '../../../src/core/export/test/random.ts'
import { Interpreter, torchVersion } from '../../../src/core/export/test/torch.ts'
import { encodeLink } from '../../../src/state/links/encodeLink.ts'
import { differenceOf, type Judged, judge } from './judge.ts'

interface Options {
  readonly cases: number
  readonly seed: number
  /** So many differences are made small. */
  readonly shrink: number
  /** An allowance: what only it lets pass is told too. */
  readonly show: string
}

/** Drawn, and asked, together. */
const together = 250
/** Python computes while the core does: more than two would wait for each other. */
const interpreters = 2
const shrinkingTime = 60_000

const print = (line: string) => process.stdout.write(`${line}\n`)

interface Drawn {
  readonly experiment: Experiment
  /** Where the generator made it: with this seed, at this place. */
  readonly seed: number
  readonly path: string
}

/** Experiments without end, always the same for a seed; those that cannot start are passed over. */
function* drawn(seed: number): Generator<Drawn> {
  for (let chunk = 0; ; chunk++) {
    const own = Math.imul(seed, 1_000_003) + chunk
    const sample = fc.sample(experiments, { numRuns: together, seed: own })
    for (const [i, experiment] of sample.entries())
      if (canStart(experiment)) yield { experiment, seed: own, path: String(i) }
  }
}

class Tally {
  private readonly counts = new Map<string, number>()

  add(judged: Judged): void {
    const of = (verdict: Judged['driver']) =>
      'within' in verdict
        ? `agree within ${verdict.within}`
        : 'uncovered' in verdict
          ? `not covered: ${verdict.uncovered}`
          : 'DIFFER'
    for (const key of [`script ${of(judged.script)}`, `PyTorch ${of(judged.driver)}`])
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  tell(): void {
    for (const [key, count] of [...this.counts].sort((a, b) => b[1] - a[1]))
      print(`${String(count).padStart(7)}  ${key}`)
  }
}

/** The simplest experiment like this one that still differs. */
async function smallest({ experiment, seed, path }: Drawn, python: Interpreter) {
  let found: { experiment: Experiment; words: string } | undefined
  const property = fc.asyncProperty(experiments, async (candidate) => {
    if (!canStart(candidate)) return true
    const [judged] = await judge([candidate], python)
    const words = judged && differenceOf(judged)
    if (words !== undefined) found = { experiment: candidate, words }
    return words === undefined
  })
  const options = { seed, path, numRuns: 1, interruptAfterTimeLimit: shrinkingTime }
  await fc.check(property, options)
  return found ?? { experiment, words: 'not again' }
}

/** What a difference is about, so that the same one is not told twice. */
const kindOf = ({ runs = [] }: Experiment, words: string) =>
  [
    ...runs.map((run) => [run.optimizer, run.schedule?.kind, ...(run.bugs ?? [])]),
    words.slice(0, 8),
  ]
    .flat()
    .join()

/**
 * Compares so many experiments.
 * @returns 1 if any differ, else 0
 */
export async function hunt({ cases, seed, shrink, show }: Options): Promise<number> {
  if (!torchVersion) {
    print('Python with PyTorch is needed and was not found: name one in PYTHON')
    return 1
  }
  print(`${cases} cases, seed ${seed}, PyTorch ${torchVersion}`)
  const pythons = Array.from({ length: interpreters }, () => new Interpreter())
  const source = drawn(seed)
  const tally = new Tally()
  const differing: Drawn[] = []
  let open = cases
  let done = 0
  const work = async (python: Interpreter) => {
    while (open > 0) {
      const batch = Array.from({ length: Math.min(open, together) }, () => source.next().value)
      open -= batch.length
      const judged = await judge(
        batch.map(({ experiment }) => experiment),
        python,
      )
      for (const [i, one] of judged.entries()) {
        tally.add(one)
        for (const found of [one.script, one.driver])
          if ('within' in found && found.within === show)
            tellCase((batch[i] as Drawn).experiment, found.strictly ?? '')
        const words = differenceOf(one)
        if (words === undefined) continue
        differing.push(batch[i] as Drawn)
        tellCase((batch[i] as Drawn).experiment, words)
      }
      done += batch.length
      print(`${done} of ${cases}, ${differing.length} differ`)
    }
  }
  await Promise.all(pythons.map(work))
  tally.tell()
  if (differing.length) print('\nThe same, as small as they go:')
  await tell(differing, shrink, pythons[0] as Interpreter)
  for (const python of pythons) python.close()
  return differing.length ? 1 : 0
}

const tellCase = (experiment: Experiment, words: string) =>
  print(`\n${encodeLink(parts, experiment)}\n   ${words}`)

async function tell(differing: readonly Drawn[], shrink: number, python: Interpreter) {
  const told = new Set<string>()
  for (const one of differing.slice(0, shrink)) {
    const { experiment, words } = await smallest(one, python)
    const kind = kindOf(experiment, words)
    if (told.has(kind)) continue
    told.add(kind)
    tellCase(experiment, words)
  }
  if (differing.length > shrink) print(`\n${differing.length - shrink} more were not made smaller`)
}
