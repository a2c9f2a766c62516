// The lowest point of a small circle, also where the way down is a narrow crease between two branches of the loss.
import type { Pair, Survey } from './survey.ts'

const around = 16
const turn = (2 * Math.PI) / around
/** Not along an axis, where many a function bends. */
const first = 0.3 * turn
const golden = (Math.sqrt(5) - 1) / 2
/** Each makes the interval a golden section shorter: together a millionth of a turn. */
const sections = 30

/** Looked for in 16 directions, then between those next to each that is lower than its neighbours. */
export function lowestAround({ value, beside }: Survey, at: Pair, radius: number): Pair {
  const pointTowards = (angle: number) =>
    beside(at, [radius * Math.cos(angle), radius * Math.sin(angle)])
  const valueTowards = (angle: number) => value(pointTowards(angle))
  const angles = Array.from({ length: around }, (_, i) => first + i * turn)
  const values = angles.map(valueTowards)
  const dips = angles.filter((_, i) => {
    const [before, own, after] = [i - 1, i, (i + 1) % around].map((k) => values.at(k) as number)
    return (own as number) <= (before as number) && (own as number) <= (after as number)
  })
  const candidates = [...dips, ...dips.map((angle) => leastWithin(valueTowards, angle))]
  const lowest = candidates.reduce((a, b) => (valueTowards(b) < valueTowards(a) ? b : a), first)
  return pointTowards(lowest)
}

/** Where a function with one dip is least, by golden sections around a place. */
function leastWithin(f: (at: number) => number, middle: number): number {
  let [a, b] = [middle - turn, middle + turn]
  let [p, q] = [b - golden * (b - a), a + golden * (b - a)]
  let [fp, fq] = [f(p), f(q)]
  for (let k = 0; k < sections; k++) {
    if (fp < fq) {
      ;[b, q, fq] = [q, p, fp]
      p = b - golden * (b - a)
      fp = f(p)
    } else {
      ;[a, p, fp] = [p, q, fq]
      q = a + golden * (b - a)
      fq = f(q)
    }
  }
  return fp < fq ? p : q
}
