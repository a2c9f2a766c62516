// The program of the slides from its first epoch to its last.
import { trainNetwork } from '../../../src/core/runs/trainNetwork.ts'
import { slides } from './lessons.mjs'

/** @returns what became of it, and in how many seconds */
export function program() {
  const begun = performance.now()
  const [trained] = trainNetwork({ ...slides, init: 'torch', epochs: 512 })
  const loss = trained?.losses.at(-1) ?? Number.NaN
  return { loss, seconds: (performance.now() - begun) / 1000 }
}
