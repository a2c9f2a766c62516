// One run of a training that is watched: one trainer goes ahead and writes down, another one goes where someone looks.
import type { Floats } from '../floats.ts'
import type { Kernels } from '../kernel.ts'
import type { Slots } from '../memory.ts'
import type { Moment } from '../moment.ts'
import { sizeOf } from '../network.ts'
import { probeOf } from '../probe.ts'
import type { Trainee } from './course.ts'
import type { Ending } from './ending.ts'
import { observerOf } from './observer.ts'
import type { Columns } from './record.ts'
import { type Inheritance, sessionOf } from './session.ts'
import { snapshots } from './snapshots.ts'
import { type Saved, type Task, type Trainer, trainerOf } from './trainer.ts'

/** What is new of a run. */
export interface GrownRun extends Columns {
  /** The epoch of the first of what is written down here. */
  readonly from: number
  /** The learning rates of further steps. */
  readonly rates: Float64Array
  readonly ending?: Ending
}

export interface WatchedRun {
  /** The batches that are done, by whoever is furthest. */
  reached(): number
  isOver(): boolean
  /**
   * Trains on, at most to a step and so many batches; to its end where that is the last step.
   * @returns whether it came so far: where there are many points, measuring them takes time too
   */
  goTo(step: number, most: number): boolean
  /** Whether what is to be seen at a step can be told; works towards that with at most so many batches. */
  arrive(step: number, most: number): boolean
  /** What is to be seen: at the step where `arrive` arrived, or as far as it went. */
  moment(): Moment
  /** What the optimizer remembers there of one parameter, by the names of its slots. */
  slots(parameter: number): Slots
  /** What was written down since this was asked last. */
  grown(): GrownRun
  /** What one that begins in the same way, up to a step, need not do again; nothing if that is nothing. */
  bequest(step: number): Bequest | undefined
}

interface Bequest extends Inheritance {
  /** From the beginning. */
  readonly kept: readonly Saved[]
}

interface Watching {
  readonly kernelsOf: (parameters: number) => Kernels
  /** Bytes for what is kept. */
  readonly budget: number
  /** Batches that take no time worth mentioning. */
  readonly few: number
  readonly bequest?: Bequest | undefined
}

/** A trainer with what looks at it. */
interface Walker {
  readonly trainer: Trainer
  readonly observe: ReturnType<typeof observerOf>
  /** The parameters that it had before its last step. */
  previous?: Floats
}

export function watchedRun(
  task: Task & { readonly points: Parameters<typeof probeOf>[0] },
  trainee: Trainee,
  { kernelsOf, budget, few, bequest }: Watching,
): WatchedRun {
  const size = sizeOf(task.architecture)
  const kernels = kernelsOf(size)
  const session = sessionOf(task, trainee, kernels, bequest)
  const kept = snapshots(budget, Math.max(1, few >> 2), bequest?.kept)
  const observe = observerOf(task, probeOf(task.points), kernels)
  const front: Walker = { trainer: session.trainer, observe }
  let follower: Walker | undefined
  let seen = front
  let [told, toldRates] = [0, 0]
  let keptAt = -1
  const keep = () => {
    const step = front.trainer.step()
    if (step === keptAt || !kept.isWanted(step)) return
    keptAt = step
    const saved = front.trainer.save()
    if (saved) kept.add(saved)
  }
  return {
    reached: front.trainer.step,
    isOver: () => session.ending() !== undefined,
    goTo(step, most) {
      const { trainer } = front
      const last = Math.min(step, trainer.step() + most)
      const isThere = () =>
        session.ending() !== undefined || (trainer.step() >= last && last < task.pace.steps)
      for (let breaks = 0; !isThere() && breaks < most; ) {
        const before = trainer.step()
        keep()
        if (before === last - 1) front.previous = parametersOf(trainer)
        session.advance()
        if (trainer.step() === before) breaks++
      }
      return isThere()
    },
    arrive(step, most) {
      const ahead = front.trainer.step()
      seen = front
      const isOver = session.ending() !== undefined
      if (ahead <= step)
        return isOver || (ahead === step && step < task.pace.steps && session.lookAhead())
      // Of what a method remembers nothing is kept: on the way back it begins anew.
      if (!follower || (follower.trainer.step() > step && !kept.before(step)))
        follower = followerOf(task, trainee, kernelsOf(size))
      seen = follower
      return follow(follower, step, most, kept)
    },
    moment: () => seen.observe(seen.trainer, seen.previous),
    slots: (parameter) => seen.trainer.slotsOf(parameter),
    grown() {
      const from = told
      told = session.record.length()
      const rates = Float64Array.from(session.rates.slice(toldRates))
      toldRates = session.rates.length
      const ending = session.ending()
      return { from, rates, ...session.record.since(from), ...(ending && { ending }) }
    },
    bequest(step) {
      if (!session.ending() && front.trainer.step() <= step) {
        const saved = front.trainer.save()
        if (saved) kept.add(saved)
      }
      const until = kept.until(step)
      const saved = until.at(-1)
      if (!saved) return undefined
      const { epoch, done } = saved.dealt
      return {
        saved,
        kept: until,
        rates: session.rates.slice(0, saved.step),
        columns: session.record.until(done ? epoch + 1 : epoch),
      }
    },
  }
}

const parametersOf = ({ network }: Trainer) => network.parameters.slice()

function followerOf(
  task: Parameters<typeof watchedRun>[0],
  trainee: Trainee,
  kernels: Kernels,
): Walker {
  const trainer = trainerOf(task, trainee, kernels)
  const observe = observerOf(task, probeOf(task.points), kernels)
  return { trainer, observe }
}

/** Goes to a step from where it is, or from what was kept nearer to it; at least one step is taken, so that it is known. */
function follow(
  walker: Walker,
  step: number,
  most: number,
  kept: ReturnType<typeof snapshots>,
): boolean {
  const { trainer } = walker
  const near = kept.before(Math.max(0, step - 1))
  if (trainer.step() > step || (near && near.step > trainer.step())) {
    if (near) trainer.restore(near)
    delete walker.previous
  }
  for (let k = 0; k < most && trainer.step() < step; k++) {
    if (trainer.step() === step - 1) walker.previous = parametersOf(trainer)
    trainer.advance()
  }
  return trainer.step() === step
}
