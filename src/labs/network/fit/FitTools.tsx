import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import { Select } from '../../../ui/Select.tsx'
import { Field } from '../Field.tsx'
import styles from './Fit.module.css'
import type { Fit } from './fit.ts'
import { className } from './words.ts'

interface Props {
  readonly fit: Fit
  readonly onOutput: (output: number) => void
  /** Of points that are added: their class or number, where points can be added. */
  readonly target: number | undefined
  readonly onTarget: (target: number) => void
  /** Takes the chosen point away, where there is one. */
  readonly onRemove: (() => void) | undefined
}

const numbered = (count: number, name: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => ({ value: String(k), name: name(k) }))

/** Which of several numbers is drawn, and what points of one's own become. */
export function FitTools({ fit, onOutput, target, onTarget, onRemove }: Props) {
  const { reading, look, output, width } = fit
  const hasOutputs = !reading && width > 1
  const hasTarget = target !== undefined && (reading !== undefined || look === 'heights')
  if (!hasOutputs && !hasTarget && !onRemove) return null
  // A class that no point has yet comes with its first one.
  const classes = Math.min(networkLimits.classes.most, (reading?.classes ?? 0) + 1)
  return (
    <div className={styles.tools}>
      {hasOutputs && (
        <Select
          beside
          label="Output"
          value={String(output)}
          options={numbered(width, (k) => `y${k + 1}`)}
          onChange={(value) => onOutput(Number(value))}
        />
      )}
      {hasTarget && reading && (
        <Select
          beside
          label="New points"
          value={String(target)}
          options={numbered(classes, className)}
          onChange={(value) => onTarget(Number(value))}
        />
      )}
      {hasTarget && !reading && (
        <Field
          label="Target of new points"
          value={target}
          isPlain
          onChange={(value) => {
            onTarget(value)
            return true
          }}
        />
      )}
      {onRemove && (
        <button type="button" onClick={onRemove}>
          Remove point
        </button>
      )}
    </div>
  )
}
