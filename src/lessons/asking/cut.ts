// What is seen of a scene while something about it is asked: as much as was before.
import type { Question, Step } from '../text/lesson.ts'
import { questionsOf } from '../text/questionsOf.ts'

/** What stands beside the words. */
export interface Seen {
  readonly link: string
  /** Nothing is held back. */
  readonly isWhole: boolean
  /** There is something to be played. */
  readonly isPlayable: boolean
  /** The step up to which a run is seen, from where it goes on once the question is answered. */
  readonly upTo?: number
}

const isOfDescents = (link: string) => /^#?\/?(curve|surface)\b/.test(link)

/** A link with other values for some of its keys. */
export function linkWith(link: string, values: Readonly<Record<string, number>>): string {
  const [path = '', query = ''] = [link.split('?')[0], link.split('?').slice(1).join('?')]
  const isKept = (pair: string) => !Object.hasOwn(values, pair.split('=')[0] ?? '')
  const pairs = Object.entries(values).map(([key, value]) => `${key}=${value}`)
  return `${path}?${[...query.split('&').filter((pair) => pair && isKept(pair)), ...pairs].join('&')}`
}

/** What an answer shows of a run: its steps up to that one, or all. */
const told = (question: Question) =>
  'fact' in question && question.kind !== 'outcome' && question.fact.at !== 'last'
    ? question.fact.at
    : Number.POSITIVE_INFINITY

/** So many steps may be seen before something is answered. */
const before = (question: Question) => {
  const step = told(question)
  return Number.isFinite(step) ? Math.max(0, step - 1) : 0
}

interface Asked {
  readonly isAnswered: (question: number) => boolean
  /** A step before has shown the same scene. */
  readonly isKnown?: boolean
}

/** What is seen of the scene of a step, of whose questions some are answered. */
export function seenOf(
  { scene, blocks }: Pick<Step, 'scene' | 'blocks'>,
  { isAnswered, isKnown = false }: Asked,
): Seen {
  const questions = questionsOf({ blocks })
  const open = questions.find((_, i) => !isAnswered(i))
  const whole: Seen = { link: scene.link, isWhole: true, isPlayable: true }
  const isTold = questions.some((question, i) => isAnswered(i) && told(question) === Infinity)
  if (!open || isTold || (isKnown && open.kind === 'choice')) return whole
  if (open.before !== undefined) return { link: open.before, isWhole: false, isPlayable: true }
  if (!isOfDescents(scene.link)) return { link: scene.link, isWhole: false, isPlayable: false }
  const answered = questions.filter((_, i) => isAnswered(i)).map(told)
  const upTo = Math.max(before(open), ...answered)
  return {
    link: linkWith(scene.link, { steps: upTo, at: upTo }),
    isWhole: false,
    isPlayable: upTo > 0,
    upTo,
  }
}
