import { setNoise, setSeed } from '../../state/edits/noise.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { useDescentLab, useDescentState } from '../lab/descents.ts'
import styles from './FunctionBar.module.css'

/** Gaussian noise on the gradient: how much, and which. */
export function NoiseFields() {
  const lab = useDescentLab()
  const noise = useDescentState(({ prepared }) => prepared.noise)
  const seed = useDescentState(({ prepared }) => prepared.seed)
  return (
    <>
      <div className={styles.number}>
        <NumberField
          label="Noise"
          value={noise}
          onChange={(value) => lab.change(setNoise(value), 'noise')}
          nudge={(value, direction) => Math.max(0, Number((value + direction / 10).toFixed(10)))}
        />
      </div>
      {noise > 0 && (
        <div className={styles.number}>
          <NumberField
            label="Seed"
            value={seed}
            onChange={(value) => lab.change(setSeed(value), 'seed')}
            nudge={(value, direction) => Math.max(0, value + direction)}
          />
        </div>
      )}
    </>
  )
}
