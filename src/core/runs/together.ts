// Runs of many experiments side by side, as far as they are of one step.
import { startMachine } from '../descent/begin.ts'
import type { Step } from '../descent/step.ts'
import { laneCount } from '../kernel/lanes/team.ts'
import { stepFor } from './descend.ts'
import { alone, type Ready, type Take, walkTogether } from './manyRuns.ts'
import { canTakeSides, type Sides, sidesOf } from './sideBySide.ts'

/** To build what walks side by side takes as long as so many steps. */
const worthwhile = 2000

// Whoever loads this runs many runs side by side from now on.
walkTogether(() => {
  const known = new WeakMap<Step, Sides>()
  const sidesFor = (step: Step, [first, ...others]: readonly Ready[]): Sides | undefined => {
    const steps = (first?.prepared.steps ?? 0) * others.length
    if (!known.has(step) && steps < worthwhile) return undefined
    const sides = known.get(step) ?? sidesOf(step, step.at.lines - step.at.grad)
    known.set(step, sides)
    return sides
  }
  return function* (all, take) {
    for (const [step, some] of byStep(all)) {
      const sides = step && sidesFor(step, some)
      yield* sides ? walked({ step, sides }, some, take) : alone(some, take)
    }
  }
})

function byStep<R extends Ready>(all: readonly R[]): Map<Step | undefined, R[]> {
  const steps = new Map<Step | undefined, R[]>()
  for (const ready of all) {
    const { prepared, run } = ready
    const step = canTakeSides(prepared, run) ? stepFor(prepared, run) : undefined
    const like = steps.get(step) ?? []
    steps.set(step, like)
    like.push(ready)
  }
  return steps
}

function* walked<R extends Ready>(
  { step, sides }: { readonly step: Step; readonly sides: Sides },
  all: readonly R[],
  take: Take<R>,
): Generator<undefined, void> {
  for (let begin = 0; begin < all.length; begin += laneCount) {
    const some = all.slice(begin, begin + laneCount)
    const machines = some.map(({ prepared, run }) =>
      startMachine(step, run, { ...prepared, began: 0, k: 0 }),
    )
    const traces = sides(machines, (some[0] as R).prepared)
    if (!traces) yield* alone(some, take)
    for (const [j, trace] of (traces ?? []).entries()) take(some[j] as R, trace)
    yield undefined
  }
}
