// A fit in words, for those who do not see it and for those who point at it.
import { classOf, largestIn, scoresOf, shareIn } from '../../../core/networks/answers.ts'
import { indexed } from '../../../core/networks/insight/signs.ts'
import { counted, plain } from '../../../core/number.ts'
import { answersFor } from './answersAt.ts'
import { type Fit, targetOf } from './fit.ts'

const figures = 3
const short = (value: number) => plain(value, figures)
const percent = (share: number) => `${short(100 * Number(share.toFixed(3)))} %`

export const className = (k: number): string => `Class ${k}`

const plural = (count: number, word: string) => `${counted(count)} ${word}${count === 1 ? '' : 's'}`

/** What the picture shows, in one sentence. */
export function fitInWords(fit: Fit, answers: Float32Array | undefined): string {
  const { points, reading, look } = fit
  const of = `Fit of ${plural(points.inputs.length, 'point')}`
  const start = reading
    ? `${of} of ${plural(reading.classes, 'class').replace(/ss?s$/, 'sses')}`
    : of
  if (!answers) return start
  if (look === 'compared' || look === 'confusion')
    return `${start}: ${comparedInWords(fit, answers)}`
  return `${start}: ${reading ? sharesInWords(fit, answers) : rangeInWords(fit, answers)}`
}

function rangeInWords({ width, output }: Fit, answers: Float32Array): string {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = output; i < answers.length; i += width) {
    least = Math.min(least, answers[i] as number)
    most = Math.max(most, answers[i] as number)
  }
  return `the network’s answer runs from ${short(least)} to ${short(most)}`
}

function sharesInWords({ reading, width }: Fit, answers: Float32Array): string {
  if (!reading) return ''
  const counts = new Uint32Array(reading.classes)
  const rows = answers.length / width
  for (let row = 0; row < rows; row++) {
    const meant = classOf(answers, row, reading)
    counts[meant] = (counts[meant] as number) + 1
  }
  const parts = [...counts.entries()].flatMap(([k, count]) =>
    count > 0 ? [`class ${k} on ${percent(count / rows)}`] : [],
  )
  return `the network answers ${parts.join(', ')} of the picture`
}

function comparedInWords(fit: Fit, answers: Float32Array): string {
  const { samples, reading, output } = fit
  if (samples.length === 0) return 'there is nothing to compare'
  const among = plural(samples.length, 'point')
  if (reading) {
    const right = samples.filter((i) => classOf(answers, i, reading) === targetOf(fit, i)).length
    return `${counted(right)} of ${among} are answered right`
  }
  const errors = [...samples].map((i) =>
    Math.abs((answersFor(fit, answers, i)[output] ?? Number.NaN) - targetOf(fit, i)),
  )
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  return `the mean distance of answer and target of ${among} is ${short(mean)}`
}

/** An input: x = 1, or x₁ = 1, x₂ = 2. */
export function inputInWords(input: readonly number[]): string {
  const name = (k: number) => (input.length === 1 ? 'x' : indexed('x', k).text)
  return input.map((value, k) => `${name(k)} = ${short(value)}`).join(', ')
}

/** What the network answers, from all its numbers for one point. */
export function answerInWords({ reading, output }: Fit, answers: ArrayLike<number>): string {
  if (!reading) return `answer ${short(answers[output] ?? Number.NaN)}`
  const scores = scoresOf(answers, reading)
  const meant = largestIn(scores, 0, reading.classes)
  return `answer class ${meant} (${percent(shareIn(scores, 0, meant, reading))})`
}

/** A point of the data with what the network answers for it. */
export function sampleInWords(fit: Fit, answers: Float32Array | undefined, sample: number): string {
  const { points, isTraining, reading, output } = fit
  const input = inputInWords(points.inputs[sample] ?? [])
  const target = targetOf(fit, sample)
  const use = isTraining[sample] ? 'training' : 'validation'
  const start = `Sample ${counted(sample + 1)} (${use}): ${input}, target ${reading ? `class ${target}` : short(target)}`
  if (!answers) return start
  const own = answersFor(fit, answers, sample)
  const judged = reading
    ? classOf(own, 0, reading) === target
      ? 'right'
      : 'wrong'
    : `error ${short((own[output] ?? Number.NaN) - target)}`
  return `${start}, ${answerInWords(fit, own)}, ${judged}`
}
