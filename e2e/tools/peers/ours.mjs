// Our own, as the page's worker trains them.
import { prepareNetwork } from '../../../src/core/experiment/networkPrepare.ts'
import { kernelsFor } from '../../../src/core/networks/kernels/kernelsFor.ts'
import { sizeOf } from '../../../src/core/networks/network.ts'
import { sessionOf } from '../../../src/core/networks/training/session.ts'
import { mayShare, onePartner } from '../../../src/engine/partners.ts'

/** @typedef {import('./lessons.mjs').Lesson['experiment']} Experiment */
/** @typedef {import('../../../src/core/networks/training/partner.ts').Partners} Partners */

/** @param {Experiment} experiment @param {Partners} [partners] */
function sessionFor(experiment, partners) {
  const task = { ...prepareNetwork(experiment), partners }
  const [run] = task.runs
  if (!run) throw new Error('nobody learns')
  return sessionOf(task, run, kernelsFor(sizeOf(task.architecture)))
}

/** Batches alone, which is all that the others do. @param {import('./lessons.mjs').Lesson} lesson */
export const ours = ({ experiment }) => learning(sessionFor(experiment))

/** Likewise with a partner, once there is one. @param {import('./lessons.mjs').Lesson} lesson */
export async function inTwoWorkers({ experiment }) {
  if (!mayShare()) throw new Error('memory cannot be shared here, or there is one core')
  const partners = onePartner(() => new Worker('partner.js', { type: 'module' }))
  /** @type {ReturnType<typeof partners>} */
  let partner
  const session = sessionFor(experiment, (work) => {
    partner = partners(work)
    return partner
  })
  while (!partner?.isHere()) await new Promise((done) => setTimeout(done, 5))
  return learning(session)
}

/** @param {ReturnType<typeof sessionOf>} session */
function learning({ trainer }) {
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
