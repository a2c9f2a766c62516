// Our own, as the page's worker trains them.
import { prepareNetwork } from '../../../src/core/experiment/networkPrepare.ts'
import { kernelsFor } from '../../../src/core/networks/kernels/kernelsFor.ts'
import { sizeOf } from '../../../src/core/networks/network.ts'
import { sessionOf } from '../../../src/core/networks/training/session.ts'

/** @typedef {import('./lessons.mjs').Lesson['experiment']} Experiment */

/** @param {Experiment} experiment */
function sessionFor(experiment) {
  const task = prepareNetwork(experiment)
  const [run] = task.runs
  if (!run) throw new Error('nobody learns')
  return sessionOf(task, run, kernelsFor(sizeOf(task.architecture)))
}

/** Batches alone, which is all that the others do. @param {import('./lessons.mjs').Lesson} lesson */
export function ours({ experiment }) {
  const { trainer } = sessionFor(experiment)
  return (/** @type {number} */ count) => {
    let loss = Number.NaN
    for (let i = 0; i < count; i++) loss = trainer.advance().loss
    return loss
  }
}

/** With what is written down of each epoch. @param {import('./lessons.mjs').Lesson} lesson */
export function recorded({ experiment }) {
  const session = sessionFor(experiment)
  const { trainer } = session
  /** What is measured between two batches comes in pieces. @param {number} to */
  const goTo = (to) => {
    while (trainer.step() < to) session.advance()
  }
  return (/** @type {number} */ count) => {
    const last = trainer.step() + count
    goTo(last - 1)
    const { loss } = trainer.look()
    goTo(last)
    return loss
  }
}
