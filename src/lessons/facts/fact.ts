// lessons/facts/: what the words of a lesson say, held against what its scenes compute.
//
// A fact of a scene by its name, as lessons write it: `x@3`, `2.f@last`, `outcome`.

export interface Fact {
  /** As it was written. */
  readonly text: string
  /** Counted from 0. */
  readonly run: number
  readonly name: string
  /** A step or an epoch; the last one where none is said. */
  readonly at: number | 'last'
}

const form = /^(?:(\d+)\.)?([a-zA-Z][\w.]*)(?:@(\d+|last))?$/

/**
 * Reads a fact: the number of a racer, counted from 1, if it is not the first; a name; a step or epoch.
 * @throws Error where it is none
 */
export function readFact(text: string): Fact {
  const [, run = '1', name, at = 'last'] = form.exec(text) ?? []
  if (!name || run === '0')
    throw new Error(`\`${text}\` is no fact: write one as \`x@3\`, \`2.f@last\` or \`outcome\``)
  return { text, run: Number(run) - 1, name, at: at === 'last' ? at : Number(at) }
}
