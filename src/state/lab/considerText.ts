// What becomes of a change where the experiment is about a text that someone types.
import { tried } from './consider.ts'
import type { Considered } from './kind.ts'

interface Standing<E> {
  readonly experiment: E
  readonly rejected: string | undefined
  /** What is said at present. */
  readonly problems: readonly unknown[]
}

interface About<E, P> {
  prepare(experiment: E): P
  /** The experiment with another text. */
  retype(text: string): (experiment: E) => E
}

/**
 * Considers a change. The text of a function that was refused stays with its reason until another function takes its
 * place; it is tried again with each change: perhaps another start was all that it needed. Who has taken note of the
 * reason is not told again.
 */
export function considerText<E extends { readonly f: string }, P>(
  change: (experiment: E) => E,
  { experiment: before, rejected, problems }: Standing<E>,
  { prepare, retype }: About<E, P>,
): Considered<E, P, { readonly rejected: string | undefined }> {
  const wanted = tried(() => change(before))
  if (typeof wanted === 'string') return { problems: [wanted] }
  const isSameText = wanted.f === before.f
  const reasons: string[] = []
  if (isSameText && rejected !== undefined) {
    const again = retype(rejected)(wanted)
    const taken = judged(again, prepare)
    if (typeof taken === 'object') return { taken, problems: [], own: { rejected: undefined } }
    if (problems.length > 0) reasons.push(taken)
  }
  const left = isSameText ? rejected : undefined
  const taken = judged(wanted, prepare)
  return typeof taken === 'object'
    ? { taken, problems: reasons, own: { rejected: left } }
    : {
        problems: [...new Set([taken, ...reasons])],
        own: { rejected: isSameText ? left : wanted.f },
      }
}

const judged = <E, P>(experiment: E, prepare: (experiment: E) => P) =>
  tried(() => ({ experiment, prepared: prepare(experiment) }))
