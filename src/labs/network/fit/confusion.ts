// What is answered for what is right, counted.
import { classOf } from '../../../core/networks/answers.ts'
import { type Fit, targetOf } from './fit.ts'

/** How often each class is answered: a row for each class that is right. */
export function confusionOf(fit: Fit, answers: Float32Array): readonly Uint32Array[] {
  const { reading, samples } = fit
  if (!reading) return []
  const rows = Array.from({ length: reading.classes }, () => new Uint32Array(reading.classes))
  for (const sample of samples) {
    const row = rows[targetOf(fit, sample)]
    const meant = classOf(answers, sample, reading)
    if (row) row[meant] = (row[meant] ?? 0) + 1
  }
  return rows
}
