// One who learns, in a worker of its own: told by name and lesson who it is, then how many batches to train on.
import { objectGraph } from './objectGraph.mjs'
import { inTwoWorkers, ours, recorded } from './ours.mjs'
import { program } from './program.mjs'
import { tensorflow, tensorflowTransposed } from './tensorflow.mjs'

const peers = { ours, inTwoWorkers, recorded, objectGraph, tensorflow, tensorflowTransposed }

/** @typedef {keyof typeof peers} PeerName */

/** @type {(count: number) => number} */
let learn = () => Number.NaN

/** @param {{ name: PeerName, lesson: import('./lessons.mjs').Lesson } | { count: number } | 'program'} message */
async function answer(message) {
  if (message === 'program') return postMessage(program())
  if ('name' in message) {
    learn = await peers[message.name](message.lesson)
    return postMessage({})
  }
  const begun = performance.now()
  const loss = learn(message.count)
  postMessage({ loss, ms: performance.now() - begun })
}

addEventListener('message', ({ data }) => void answer(data).catch(reportError))
