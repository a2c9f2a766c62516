// Starts and learning rates of exercises, by chance, with few digits.
import type { Experiment, RunSpec } from '../experiment/experiment.ts'
import type { Prepared } from '../experiment/prepare.ts'
import { exactFigures } from '../number.ts'
import { uniform } from '../random.ts'

/** The experiment from another start and with another rate, by chance. */
export function drawn(
  base: Experiment,
  { loss, start, runs }: Prepared,
  draw: readonly [number, number],
): Experiment {
  const [seed, i] = draw
  const chosen = <T>(list: readonly T[], what: number): T =>
    list[Math.floor(uniform(seed, i, what) * list.length)] as T
  const point = loss.variables.map((_, j) =>
    chosen(startsIn(intervalOf(loss.entry?.domain[j], start[j])), j + 1),
  )
  const rate = runs[0]?.settings.lr
  const [spec] = base.runs as readonly [RunSpec]
  const run =
    typeof rate === 'number' && rate > 0
      ? { ...spec, hyper: { ...spec.hyper, lr: chosen(ratesAround(rate), 0) } }
      : spec
  return { ...base, start: point, runs: [run] }
}

const intervalOf = (
  domain: readonly [number, number] | undefined,
  start = 0,
): readonly [number, number] =>
  domain ?? [-Math.max(4, Math.abs(start)), Math.max(4, Math.abs(start))]

/** The nearest number below that is 1, 2 or 5 times a power of ten. */
function round(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  return Number(
    (([5, 2, 1].find((it) => it * power <= size) ?? 1) * power).toPrecision(exactFigures),
  )
}

/** Places with few digits in an interval, not its ends. */
function startsIn([from, to]: readonly [number, number]): number[] {
  const gap = round((to - from) / 12)
  const first = Math.ceil(from / gap) + 1
  const count = Math.floor(to / gap) - first
  return Array.from({ length: count }, (_, i) =>
    Number(((first + i) * gap).toPrecision(exactFigures)),
  )
}

/** Learning rates of one or two digits, within four times as much and as little. */
function ratesAround(rate: number): number[] {
  const power = Math.floor(Math.log10(rate))
  return [power - 1, power, power + 1]
    .flatMap((exponent) => [1, 2, 2.5, 4, 5].map((it) => Number(`${it}e${exponent}`)))
    .filter((it) => it >= rate / 4 && it <= rate * 4)
}
