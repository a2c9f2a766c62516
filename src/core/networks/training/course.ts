// The optimizer of a training over all its steps: what is changed on the way keeps what was remembered.
import type { Method } from '../../optimizers/methods/method.ts'
import type { Kernels } from '../kernel.ts'
import { type Updater, updatingNetwork } from '../matrices/updatingMatrices.ts'
import type { Memory, Slots } from '../memory.ts'
import type { Network } from '../network.ts'
import type { Updating } from '../updating.ts'
import type { Measured } from './measuring.ts'

/** By what it is trained. */
export interface Trainee extends Updater {
  readonly optimizer: Updater['optimizer'] & { readonly method?: Method }
  /** From a step on, by other settings of the same optimizer. */
  readonly later?: readonly { readonly at: number; readonly run: Trainee }[]
}

interface Course {
  /** Begins a step from the gradient that is there. */
  begin(step: number, loss: number): void
  /**
   * Takes the step that was begun.
   * @param slope computes loss and gradient of the batch anew, for methods that ask again
   */
  move(loss: number, slope: () => Measured): void
  /** The learning rate of the step that was begun last. */
  rate(): number
  save(): Memory
  slotsOf(parameter: number): Slots
  restore(step: number, memory: Memory): void
}

const legsOf = (trainee: Trainee) => [{ at: 0, run: trainee }, ...(trainee.later ?? [])]

/** From a step on, by these settings. */
interface Leg {
  readonly at: number
  readonly run: Trainee
  readonly update: Updating
}

export function courseOf(trainee: Trainee, network: Network, kernels: Kernels): Course {
  const legs = legsOf(trainee).map(
    ({ at, run }): Leg => ({ at, run, update: updatingNetwork(run, network, kernels) }),
  )
  const legAt = (step: number) => {
    let l = legs.length - 1
    while (l > 0 && (legs[l] as Leg).at > step) l--
    return legs[l] as Leg
  }
  const advance = trainee.optimizer.method?.begin()
  let leg = legAt(0)
  /** Hands over what is remembered. */
  const enter = (step: number, memory?: Memory) => {
    const next = legAt(step)
    if (next === leg && !memory) return
    next.update.restore(memory ?? leg.update.save())
    leg = next
  }
  return {
    begin(step, loss) {
      enter(step)
      leg.update.begin(loss)
    },
    move(loss, slope) {
      const { update, run } = leg
      if (!advance) return update.move()
      const problem = problemOf(network, loss, slope)
      update.move(advance(problem, { ...run.settings, lr: update.setting('lr') }))
    },
    rate: () => leg.update.setting('lr'),
    save: () => leg.update.save(),
    slotsOf: (parameter) => leg.update.slotsOf(parameter),
    restore: (step, memory) => enter(step, memory),
  }
}

/** Whether a memory has all that a trainee would remember after so many steps: what is changed later may read more of it. */
export function remembersAll(memory: Memory, step: number, trainee: Trainee): boolean {
  const { run } = legsOf(trainee).findLast(({ at }) => at < step) ?? { run: undefined }
  if (!run) return true
  const has = ({ slots }: Memory, { rule }: Pick<Trainee, 'rule'>) =>
    rule.slots.every((slot) => slots.has(slot))
  const { parts } = memory
  if (!parts) return has(memory, run)
  return parts.every((part, i) => has(part, i % 2 && run.rest ? run.rest : run))
}

type Problem = Parameters<ReturnType<Method['begin']>>[0]

/** The loss as a method asks for it, which leaves the parameters where they were. */
function problemOf(network: Network, loss: number, slope: () => Measured): Problem {
  const { parameters, gradient } = network
  const x = Float64Array.from(parameters)
  const here = { f: loss, g: Float64Array.from(gradient) }
  const at = (point: Float64Array) => {
    parameters.set(point)
    const { loss: f } = slope()
    const g = Float64Array.from(gradient)
    parameters.set(x)
    return { f, g }
  }
  return {
    x,
    here: () => here,
    at,
    value: (point) => at(point).f,
    hessian: () => {
      throw new Error('a network has too many second derivatives')
    },
  }
}
