// What of a training is kept so that one can go back: within a budget, the older the coarser.
import type { Memory } from '../memory.ts'
import type { Saved } from './trainer.ts'

export interface Snapshots {
  /** Keeps a training as it stands, if so many are still wanted. */
  add(saved: Saved): void
  /** The last one that was kept at or before a step. */
  before(step: number): Saved | undefined
  /** Whether one at this step would be kept. */
  isWanted(step: number): boolean
  /** Those at or before a step. */
  until(step: number): readonly Saved[]
}

/** Always kept: from these a step back costs nothing. */
const latest = 4

/**
 * @param budget bytes at most
 * @param first steps from one to the next, before there are too many
 * @param inherited what another training kept that began in the same way
 */
export function snapshots(
  budget: number,
  first: number,
  inherited: readonly Saved[] = [],
): Snapshots {
  let kept: Saved[] = [...inherited]
  let stride = first
  const isWanted = (step: number) => step % stride === 0
  return {
    isWanted,
    add(saved) {
      if (saved.step <= (kept.at(-1)?.step ?? -1)) return
      kept.push(saved)
      const size = bytesOf(saved)
      while (kept.length > latest + 1 && kept.length * size > budget) {
        stride *= 2
        const old = kept.length - latest
        kept = kept.filter(({ step }, i) => i === 0 || i >= old || isWanted(step))
        if (stride > saved.step) return
      }
    },
    until: (step) => kept.filter((saved) => saved.step <= step),
    before: (step) => kept.findLast((saved) => saved.step <= step),
  }
}

const bytesOf = ({ parameters, memory }: Saved): number => parameters.byteLength + sizeOf(memory)

function sizeOf({ slots, parts = [] }: Memory): number {
  let bytes = 0
  for (const value of slots.values()) bytes += typeof value === 'number' ? 8 : value.byteLength
  return parts.reduce((sum, part) => sum + sizeOf(part), bytes)
}
