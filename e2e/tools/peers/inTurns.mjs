// Peers who train the same network in turns: a machine that slows down does it to all of them.
import { quantile } from '../stopwatch.mjs'

/**
 * One who learns: on so many batches at a time.
 * @typedef {{
 *   title: string,
 *   peer: import('./browserPeers.mjs').Peer,
 *   count: number,
 *   goal?: string,
 *   isAhead?: boolean,
 * }} Contender
 */

/** Turns that come before those that are timed: by then engines have compiled what they run. */
const warmUp = 2
const steps = 3

/** All must have the same loss after some steps, or they do not learn the same. @param {readonly Contender[]} all */
async function agreed(all) {
  let own = Number.NaN
  for (const [i, { title, peer }] of all.entries()) {
    const { loss } = await peer(steps + 1)
    if (i === 0) own = loss
    if (!(Math.abs(loss - own) <= 1e-3 * own))
      throw new Error(`${title} has a loss of ${loss} after ${steps} steps, not ${own}`)
  }
  return own
}

/**
 * @param {readonly Contender[]} all
 * @param {number} rounds
 * @returns {Promise<number[][]>} milliseconds of a step: by contender and round
 */
async function timesOf(all, rounds) {
  /** @type {number[][]} */
  const times = all.map(() => [])
  for (let round = -warmUp; round < rounds; round++)
    for (const [i, { peer, count }] of all.entries()) {
      const { ms } = await peer(count)
      if (round >= 0) times[i]?.push(ms / count)
    }
  return times
}

/** @param {number[]} values */
function spread(values) {
  const [low = NaN, middle = NaN, high = NaN] = [0, 0.5, 1].map((q) => quantile(values, q))
  const digits = middle < 10 ? 2 : middle < 100 ? 1 : 0
  return `${middle.toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/**
 * Times all of them, and prints medians, with the least and the most in brackets.
 * @param {readonly Contender[]} all the first one is ours
 * @param {{ title: string, unit: 'ms' | 'µs', rounds: number, print: (line: string) => void }} words
 */
export async function compare(all, { title, unit, rounds, print }) {
  const loss = await agreed(all)
  const times = await timesOf(all, rounds)
  const per = unit === 'ms' ? 1 : 1000
  print(
    `${title}: median of ${rounds} rounds; the loss after ${steps} is ${loss.toFixed(4)} for all`,
  )
  for (const [i, { title: name, goal, isAhead }] of all.entries()) {
    const own = times[i] ?? []
    const ratios = own.map((time, r) => {
      const ours = times[0]?.[r] ?? Number.NaN
      return isAhead ? ours / time : time / ours
    })
    const words = isAhead ? 'ours takes' : 'takes'
    const ratio = goal ? `: ${words} ${spread(ratios)} times as long (goal ${goal})` : ''
    print(`  ${name}, ${spread(own.map((ms) => ms * per))} ${unit}${ratio}`)
  }
}
