// Speed of the network lab: our training beside others', the program of the slides, and what a long training keeps.
import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { load } from './module.mjs'
import { browserPeers } from './peers/browserPeers.mjs'
import { compare } from './peers/inTurns.mjs'
import { pytorchPeer } from './peers/pytorchPeer.mjs'

/** @typedef {import('./peers/lessons.mjs').Lesson} Lesson */
/** @typedef {import('./peers/inTurns.mjs').Contender} Contender */
/** @typedef {(line: string) => void} Print */
/** @typedef {Awaited<ReturnType<typeof browserPeers>>} Workers */

/** @param {Workers} workers @param {Lesson} lesson @param {Print} print */
async function benchLarge({ peer }, lesson, print) {
  const torch = await pytorchPeer(lesson)
  /** @type {Contender[]} */
  const all = [
    { title: 'ours in one worker', peer: await peer('ours', lesson), count: 3 },
    {
      ...{ title: 'TensorFlow.js with WebAssembly', goal: '≥ 10' },
      ...{ peer: await peer('tensorflow', lesson), count: 1 },
    },
    {
      ...{ title: 'the same, gradients transposed by hand', goal: '≥ 1.8' },
      ...{ peer: await peer('tensorflowTransposed', lesson), count: 2 },
    },
    ...pytorchAmong(torch, { count: 3, goal: '≤ 2.2', isAhead: true }),
  ]
  const title = 'An epoch of 1-256-256-256-1, ELU, Adam, 1,000 points at once'
  await compare(all, { title, unit: 'ms', rounds: 9, print })
  if (!torch) print('  PyTorch: skipped, Python has no torch here')
  torch?.close()
  await benchTwo({ peer }, lesson, print)
}

/**
 * Each batch by two, which takes two cores that nobody else uses: by themselves, so that others have come to rest.
 * @param {Pick<Workers, 'peer'>} workers
 * @param {Lesson} lesson
 * @param {Print} print
 */
async function benchTwo({ peer }, lesson, print) {
  if (availableParallelism() < 2) return print('  ours in two workers: skipped, there is one core')
  const torch = await pytorchPeer(lesson)
  /** @type {Contender[]} */
  const all = [
    { title: 'ours in two workers', peer: await peer('inTwoWorkers', lesson), count: 3 },
    { title: 'ours in one', peer: await peer('ours', lesson), count: 3, goal: '≥ 1.6' },
    ...pytorchAmong(torch, { count: 3, goal: '≤ 1.2', isAhead: true }),
  ]
  await compare(all, { title: 'The same by two', unit: 'ms', rounds: 15, print })
  torch?.close()
}

/** @param {Workers} workers @param {Lesson} lesson @param {Print} print */
async function benchSmall({ peer }, lesson, print) {
  const torch = await pytorchPeer(lesson)
  /** @type {Contender[]} */
  const all = [
    { title: 'ours', peer: await peer('ours', lesson), count: 10_000 },
    {
      title: 'ours with the losses of all points, each epoch',
      ...{ peer: await peer('recorded', lesson), count: 10_000 },
    },
    {
      ...{ title: 'objects, as in TensorFlow Playground', goal: '≥ 20' },
      ...{ peer: await peer('objectGraph', lesson), count: 1000 },
    },
    ...pytorchAmong(torch, { count: 200, goal: '≥ 100' }),
  ]
  const title = 'A step of 2-8-8-1, tanh, SGD, 10 points at once'
  await compare(all, { title, unit: 'µs', rounds: 25, print })
  torch?.close()
}

/**
 * @param {Awaited<ReturnType<typeof pytorchPeer>>} torch
 * @param {Omit<Contender, 'title' | 'peer'>} how
 * @returns {Contender[]}
 */
const pytorchAmong = (torch, how) =>
  torch ? [{ title: 'PyTorch on one thread', peer: torch.peer, ...how }] : []

/** What a training holds that is watched to its end: what it can go back to has a budget. @param {Print} print */
async function benchMemory(print) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  const { watched } = await load('e2e/tools/peers/watched.mjs', 'bench-watched')
  const goTo = watched(10_000)
  const rows = [0.1, 0.5, 1].map((share) => {
    const { epochs, memory } = goTo(share)
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return [epochs, ...[heapUsed, memory, arrayBuffers].map((bytes) => bytes / 2 ** 20)]
  })
  const column = (/** @type {number} */ k, digits = 1) =>
    rows.map((row) => (row[k] ?? Number.NaN).toFixed(digits)).join(', ')
  print(`A small network that is watched, after ${column(0, 0)} epochs:`)
  print(`  heap ${column(1)} MB, WebAssembly ${column(2)} MB (goal: they do not grow)`)
  print(`  what it can go back to, and other arrays: ${column(3)} MB (at most 128)`)
}

/** @param {import('playwright').Browser} browser @param {Print} print */
export async function benchNetwork(browser, print) {
  const { lessons } = await load('e2e/tools/peers/lessons.mjs', 'bench-lessons')
  const { large, small } = lessons()
  const workers = await browserPeers(browser)
  await benchLarge(workers, large, print)
  await benchSmall(workers, small, print)
  const { loss, seconds } = await workers.program()
  print(
    `The program of the slides, 512 epochs: ${seconds.toFixed(1)} s, loss ${loss.toFixed(4)} (goal < 0.02)`,
  )
  await workers.close()
  await benchMemory(print)
}
