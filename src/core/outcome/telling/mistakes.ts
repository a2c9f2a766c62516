// What a mistake that was made on purpose does, and how the same run ends without it.
import type { Outcome, Unmistaken } from '../../descent/trace.ts'
import { counted, plain } from '../../number.ts'
import type { Evidence } from '../evidence.ts'

/** Sentences, with a space before them; none where there is no mistake. */
export function mistakes({ run: { bugs } }: Evidence, { kind, unmistaken }: Outcome): string {
  if (bugs.length === 0) return ''
  const what = bugs.map(({ effect }) => ` Mistake: ${effect}.`).join('')
  if (!unmistaken) return what
  const without = `Without the mistake${bugs.length > 1 ? 's' : ''}`
  const { served } = unmistaken
  const also = served ? ` That is with ${served.by}; without one${end(served.without, kind)}.` : ''
  return `${what} ${without}${end(unmistaken, kind)}.${also}`
}

function end({ kind, f, step }: Unmistaken, own: Outcome['kind']): string {
  if (kind === 'diverged') return ` it diverges${own === kind ? ' as well' : ''}`
  return `: ${plain(f)} in ${step === 1 ? 'one step' : `${counted(step)} steps`}`
}
