// Partners of this very thread, through the same shared memory: what is asked is answered before anyone waits.
import { expect, test } from 'vitest'
import type { NetworkExperiment } from '../core/experiment/networkExperiment.ts'
import { prepareNetwork } from '../core/experiment/networkPrepare.ts'
import { kernelsFor } from '../core/networks/kernels/kernelsFor.ts'
import { sizeOf } from '../core/networks/network.ts'
import type { HalfWork, Partner, Partners } from '../core/networks/training/partner.ts'
import { type Trainer, trainerOf } from '../core/networks/training/trainer.ts'
import { type Desk, deskFor, helpAt, leadAt } from './desk.ts'
import { type Helpful, onePartner } from './partners.ts'

/** Of three batches in an epoch, the last one is too small for two. */
const large: NetworkExperiment = {
  data: { kind: 'spirals3', n: 777, noise: 0.1, seed: 3 },
  split: 1,
  layers: [128, 128],
  batch: 350,
  epochs: 1000,
  seed: 2,
}

function trainerWith(partners?: Partners, experiment = large): Trainer {
  const task = { ...prepareNetwork(experiment), partners }
  const [run] = task.runs
  if (!run) throw new Error('nobody learns')
  return trainerOf(task, run, kernelsFor(sizeOf(task.architecture)))
}

/** What comes of some batches, to the bit. */
function walked(trainer: Trainer, steps = 7) {
  const measured = Array.from({ length: steps }, () => ({ ...trainer.advance() }))
  return { measured, parameters: trainer.network.parameters.slice() }
}

/** Does at once what is asked, whenever someone has come by then. */
function prompt(desk: Desk, answers = Number.POSITIVE_INFINITY) {
  let asked = 0
  let left = 0
  const lead = leadAt(desk, () => left++, { looks: 1, time: 1 })
  const help = { answer: () => {} }
  const partner: Partner = {
    begin(parameters, half) {
      if (!lead.begin(parameters, half)) return false
      if (asked++ < answers) help.answer()
      return true
    },
    finish: lead.finish,
  }
  const come = () => {
    help.answer = helpAt(desk) ?? help.answer
  }
  return { partner, lead, come, asked: () => asked, left: () => left }
}

const promptFor = (work: HalfWork, answers?: number) => prompt(deskFor(work), answers)

test('whoever computes a half, the same training comes of it', () => {
  let helping: ReturnType<typeof prompt> | undefined
  const shared = trainerWith((work) => {
    helping = promptFor(work)
    return helping.partner
  })
  // Nobody has come yet: the first batches are done alone.
  const alone = trainerWith()
  expect(walked(shared, 2)).toEqual(walked(alone, 2))
  expect(helping?.asked()).toBe(0)
  expect(helping?.lead.isHere()).toBe(false)
  helping?.come()
  expect(helping?.lead.isHere()).toBe(true)
  expect(walked(shared)).toEqual(walked(alone))
  expect(helping?.asked()).toBe(4)
})

test('who is not answered does it alone from then on, and the same training comes of it', () => {
  let helping: ReturnType<typeof prompt> | undefined
  const shared = trainerWith((work) => {
    helping = promptFor(work, 2)
    helping.come()
    return helping.partner
  })
  expect(walked(shared)).toEqual(walked(trainerWith()))
  expect([helping?.asked(), helping?.left(), helping?.lead.isHere()]).toEqual([3, 1, false])
})

test('a training that stops being finite says the same with a partner', () => {
  const wild = { ...large, activation: 'linear', runs: [{ optimizer: 'sgd', hyper: { lr: 1e30 } }] }
  const shared = trainerWith((work) => {
    const helping = promptFor(work)
    helping.come()
    return helping.partner
  }, wild)
  const alone = trainerWith(undefined, wild)
  expect(walked(shared, 3)).toEqual(walked(alone, 3))
  expect(shared.step()).toBeLessThan(3)
  expect(shared.network.gradient).toEqual(alone.network.gradient)
})

/** Workers that take what they are told and do nothing. */
function idle() {
  const all: (Helpful & { desks: Desk[]; isEnded: boolean })[] = []
  const spawn = () => {
    const worker = {
      desks: [] as Desk[],
      isEnded: false,
      onerror: null,
      postMessage: (desk: Desk) => void worker.desks.push(desk),
      terminate() {
        worker.isEnded = true
      },
    }
    all.push(worker)
    return worker
  }
  return { all, spawn }
}

const work: HalfWork = {
  architecture: { inputs: 2, hidden: [128, 128], activations: ['tanh', 'tanh'], outputs: 3 },
  ...{ loss: 'cross-entropy', classes: 3, rows: 168, targets: 1 },
}

test('all who train the same share one partner, which others take away', () => {
  const { all, spawn } = idle()
  const partners = onePartner(spawn)
  const first = partners(work)
  expect(partners({ ...work })).toBe(first)
  expect(all.map(({ desks }) => desks.map((desk) => desk.work))).toEqual([[work]])
  const second = partners({ ...work, rows: 200 })
  expect(second).not.toBe(first)
  expect(all.map(({ isEnded }) => isEnded)).toEqual([true, false])
  expect([first?.isOpen(), second?.isOpen()]).toEqual([false, true])
})

test('a partner that fails is not asked, and another one is sought for the next training', () => {
  const { all, spawn } = idle()
  const partners = onePartner(spawn)
  const first = partners(work)
  all[0]?.onerror?.(new Event('error') as ErrorEvent)
  expect([first?.isOpen(), all[0]?.isEnded]).toEqual([false, true])
  expect(partners(work)?.isOpen()).toBe(true)
  expect(all).toHaveLength(2)
})

test('where no worker can be started there is no partner', () => {
  const partners = onePartner(() => {
    throw new Error('no workers here')
  })
  expect(partners(work)).toBeUndefined()
})
