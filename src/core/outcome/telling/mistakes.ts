// What a mistake that was made on purpose does, and how the same run ends without it.
import { settledAt } from '../../descent/steps.ts'
import type { Outcome, Unmistaken } from '../../descent/trace.ts'
import { counted, plain, rounding } from '../../number.ts'
import type { Evidence } from '../evidence.ts'

/** Sentences, with a space before them; none where there is no mistake. */
export function mistakes(evidence: Evidence, { kind, unmistaken }: Outcome): string {
  const { bugs } = evidence.run
  if (bugs.length === 0) return ''
  const isOne = bugs.length === 1
  if (unmistaken && endsAlike(evidence, unmistaken)) {
    const made = bugs.map(({ wrong }) => ` Mistake: ${wrong}.`).join('')
    return `${made} Here ${isOne ? 'it makes' : 'they make'} no difference.`
  }
  const made = bugs.map(({ wrong, harm }) => ` Mistake: ${wrong}: ${harm}.`).join('')
  if (!unmistaken) return made
  const { served } = unmistaken
  const without = `Without the mistake${isOne ? '' : 's'}${end(unmistaken, kind, beaten(evidence, unmistaken))}.`
  const also = served ? ` That is with ${served.by}; without one${end(served.without, kind)}.` : ''
  return `${made} ${without}${also}`
}

/** Whether a run shows the same end without its mistakes, and from the same step on. */
function endsAlike({ recording: { f }, n }: Evidence, { f: end, step, served }: Unmistaken) {
  return !served && plain(f[n] as number) === plain(end) && settledAt(f) === step
}

/** How the right run ends beside the one with mistakes, where that came further. */
function beaten({ recording: { f }, run, n }: Evidence, unmistaken: Unmistaken): string {
  const [first, last] = [f[0] as number, f[n] as number]
  const isUp = run.settings.maximize === true
  const ahead = (unmistaken.f - last) * (isUp ? -1 : 1)
  if (!(ahead > rounding * Math.abs(first - last))) return ''
  return ` it ends ${isUp ? 'lower' : 'higher'}`
}

function end({ kind, f, step }: Unmistaken, own: Outcome['kind'], compared = ''): string {
  if (kind === 'diverged') return ` it diverges${own === kind ? ' as well' : ''}`
  return `${compared}: ${plain(f)} in ${step === 1 ? 'one step' : `${counted(step)} steps`}`
}
