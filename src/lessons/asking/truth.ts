// What a lab has computed of its scene, as far as it is there.
import type { DescentLab } from '../../state/descents/descents.ts'
import type { GraphLab } from '../../state/graphs/graphs.ts'
import type { Lab } from '../../state/lab/lab.ts'
import type { NetworkLab } from '../../state/networks/networks.ts'
import type { Fact } from '../facts/fact.ts'
import {
  type Results,
  resultsOfDescents,
  resultsOfGraph,
  resultsOfTrainings,
  type Value,
} from '../facts/results.ts'
import type { Question } from '../text/lesson.ts'

/** Whether what is asked for is on the screen, or has begun to come. */
export function isShown({ store }: Lab): boolean {
  const { shown, experiment } = store.getState()
  return shown?.experiment === experiment
}

const ofDescents = ({ store }: DescentLab): Results | undefined => {
  const { shown } = store.getState()
  return shown && resultsOfDescents(shown.prepared.loss.variables, shown.traces)
}

const ofGraph = ({ store }: GraphLab): Results => {
  const { experiment, prepared } = store.getState()
  return resultsOfGraph(experiment.f, prepared.point)
}

const ofTrainings =
  ({ store }: NetworkLab): Results =>
  (fact) => {
    const { shown } = store.getState()
    const racer = shown?.racers[fact.run]
    const isOfTheEnd = fact.at === 'last' || fact.name === 'outcome' || fact.name === 'step'
    if (!racer || (isOfTheEnd && !racer.ending)) return undefined
    const outcome = racer.ending ?? { kind: 'trained', step: 0, message: '' }
    return resultsOfTrainings([{ ...racer, outcome }])({ ...fact, run: 0 })
  }

/** What a fact is in the scene that a lab shows; nothing while that is not computed. */
function truthIn(lab: Lab, fact: Fact): Value | undefined {
  if (!isShown(lab)) return undefined
  if (lab.id === 'network') return ofTrainings(lab as unknown as NetworkLab)(fact)
  const results =
    lab.id === 'graph'
      ? ofGraph(lab as unknown as GraphLab)
      : ofDescents(lab as unknown as DescentLab)
  return results?.(fact) ?? unsaid
}

/** In the place of what a scene does not say: a lesson of one's own may ask for anything. */
export const unsaid = ''

/**
 * Tells what is so, once it is known.
 * @param lab what shows the scene of the question, once it does
 * @returns what ends the wait
 */
export function truthOf(
  question: Question,
  lab: Lab | undefined,
  tell: (truth: Value) => void,
): () => void {
  if (question.kind === 'choice') tell(question.options.findIndex(({ isRight }) => isRight))
  else if (lab) return whenever(lab, () => truthIn(lab, question.fact), tell)
  return () => undefined
}

/** Acts once something is there; looks again whenever the lab has changed. @returns what ends the wait */
export function whenever<T>(
  lab: Lab,
  look: () => T | undefined,
  act: (found: T) => void,
): () => void {
  let isOver = false
  const tryNow = () => {
    const found = isOver ? undefined : look()
    if (found === undefined) return
    isOver = true
    act(found)
  }
  const unsubscribe = lab.store.subscribe(tryNow)
  tryNow()
  return () => {
    isOver = true
    unsubscribe()
  }
}
