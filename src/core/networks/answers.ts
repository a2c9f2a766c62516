// How the answers of a network are read where classes are told apart: which one is meant, and how sure of it it is.
//
// With cross-entropy there is an answer for each class, and softmax makes them shares. With the mean squared error there is
// one answer, the class as a number: between two classes it belongs to the nearer one, and to both by its distance.
import type { LossName } from './losses.ts'

export interface Reading {
  readonly loss: LossName
  readonly classes: number
}

type Numbers = ArrayLike<number>

/** The class that a row of answers means: that of the largest, or the one nearest to a single number. */
export function classOf(answers: Numbers, row: number, reading: Reading): number {
  const { loss, classes } = reading
  if (loss === 'mse') return Math.round(Math.min(classes - 1, Math.max(0, answers[row] as number)))
  return largestIn(answers, row * classes, classes)
}

/**
 * A score for each class and row: the largest one is that of the class that is meant. Scores are linear in the answers, so
 * that between points they may be interpolated as answers are.
 * @returns rows × classes
 */
export function scoresOf(answers: Numbers, { loss, classes }: Reading): Numbers {
  if (loss !== 'mse') return answers
  const scores = new Float32Array(answers.length * classes)
  for (let r = 0; r < answers.length; r++)
    // −(answer − k)² without the square of the answer, which all classes have in common.
    for (let k = 0; k < classes; k++) scores[r * classes + k] = k * (2 * (answers[r] as number) - k)
  return scores
}

/** The place of the largest of some numbers, counted from the first of them; of equal ones the first. */
export function largestIn(values: Numbers, from: number, count: number): number {
  let largest = 0
  for (let k = 1; k < count; k++)
    if ((values[from + k] as number) > (values[from + largest] as number)) largest = k
  return largest
}

/** The share of one class, from 0 to 1, by the scores of a point: softmax, or how near a single answer is. */
export function shareIn(scores: Numbers, from: number, of: number, reading: Reading): number {
  const { loss, classes } = reading
  const own = scores[from + of] as number
  if (loss === 'mse') return shareByDistance(scores, from, of, classes)
  let total = 0
  for (let k = 0; k < classes; k++) total += Math.exp((scores[from + k] as number) - own)
  return 1 / total
}

/** A neighbour's score is 1 less where the answer is the class itself, as large half-way, and 1 larger at the neighbour. */
function shareByDistance(scores: Numbers, from: number, of: number, classes: number): number {
  let share = 1
  for (const other of [of - 1, of + 1])
    if (other >= 0 && other < classes) {
      const ahead = (scores[from + of] as number) - (scores[from + other] as number)
      share = Math.min(share, (1 + ahead) / 2)
    }
  return Math.max(0, share)
}
