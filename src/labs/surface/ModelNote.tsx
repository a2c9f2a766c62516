import { type LocalModels, localModels, type Pair } from '../../core/analysis/localModels.ts'
import type { Trace } from '../../core/descent/trace.ts'
import { plain } from '../../core/number.ts'
import { selectedOf, useSelected, useShownLater } from '../../panels/lab/descents.ts'
import { afterFrame, useReadableStep } from '../../panels/lab/pace.ts'
import styles from './ModelNote.module.css'
import { useLook } from './useLook.ts'

/** What curvature and models say of the step at the playhead, in numbers. */
export function ModelNote() {
  const shown = useShownLater(afterFrame)
  const { trace } = selectedOf(shown, useSelected())
  const { loss } = shown.prepared
  const ellipse = useLook('ellipse')
  const linear = useLook('linear')
  const quadratic = useLook('quadratic')
  const k = Math.min(useReadableStep(), trace.f.length - 1)
  if (!(ellipse || linear || quadratic)) return null
  const models = localModels(loss, trace.x.subarray(2 * k, 2 * k + 2))
  const sentences = [
    ellipse && bending(models),
    linear && predicted('Linear', (step) => models.linearDrop(step), trace, k),
    quadratic && predicted('Quadratic', (step) => models.quadraticDrop(step), trace, k),
    quadratic && newton(models),
  ].filter((sentence) => typeof sentence === 'string')
  return (
    <div className={styles.note} role="note" aria-label="Local models">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

/** Eigenvalues, and how much they differ where both bend up. */
function bending({ bends, condition }: LocalModels): string {
  const [most, least] = bends.map(({ value }) => plain(value, 4))
  const number =
    condition === undefined
      ? 'it does not bend up both ways'
      : `condition number ${plain(condition, 4)}`
  return `λ₁ = ${most}, λ₂ = ${least}: ${number}`
}

/** What a model expects of the step that the run takes, beside what it brings. */
function predicted(
  name: string,
  drop: (step: Pair) => number,
  { x, f }: Trace,
  k: number,
): string | undefined {
  if (k + 1 >= f.length) return undefined
  const step = [0, 1].map((i) => (x[2 * k + 2 + i] as number) - (x[2 * k + i] as number))
  const [expected, real] = [-drop(step as unknown as Pair), (f[k + 1] as number) - (f[k] as number)]
  return `${name} model: this step changes f by ${plain(expected, 3)}; in truth by ${plain(real, 3)}`
}

function newton({ newton: step, quadraticDrop }: LocalModels): string {
  if (!step) return 'It has no minimum: Newton’s step would not lead down'
  const [x, y] = step.map((part) => plain(part, 3))
  return `Its minimum is a step of (${x}, ${y}) away and lower by ${plain(quadraticDrop(step), 3)}`
}
