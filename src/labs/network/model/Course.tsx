import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import * as edits from '../../../state/networks/edits.ts'
import { Field } from '../Field.tsx'
import { useExperiment, useNetworkLab, useNetworkState } from '../useNetwork.ts'
import styles from './Model.module.css'
import { OpenWeights } from './OpenWeights.tsx'
import type { Rebuilding } from './useRebuild.ts'

/** Batches, epochs, chance. */
export function Course({ rebuild }: Pick<Rebuilding, 'rebuild'>) {
  const lab = useNetworkLab()
  const { epochs, seed, dropout, shuffle, batch: first } = useExperiment()
  const changed = useNetworkState(({ experiment, playhead }) =>
    experiment.changes?.findLast((change) => change.batch !== undefined && change.at <= playhead),
  )
  const batch = changed?.batch ?? first
  const count = useNetworkState(({ prepared }) => prepared.dataset.training.count)
  const size = batch === 'full' ? count : Math.min(batch, count)
  return (
    <>
      <div className={styles.fields}>
        <Field
          label="Batch size"
          value={size}
          isWhole
          least={1}
          most={count}
          onChange={(next) => lab.adjust(edits.setBatch(next === count ? 'full' : next), 'batch')}
          step={size >= 20 ? 10 : 1}
        />
        <Field
          label="Epochs"
          value={epochs}
          isWhole
          least={0}
          most={networkLimits.epochs.most}
          step={10}
          onChange={(next) => lab.change(edits.setEpochs(next), 'epochs')}
        />
        <Field
          label="Seed"
          value={seed}
          isWhole
          least={0}
          onChange={(next) => rebuild(edits.setSeed(next), 'seed')}
        />
        <Field
          label="Dropout"
          value={dropout}
          least={0}
          most={1}
          isBelow
          step={0.1}
          onChange={(next) => rebuild(edits.setDropout(next), 'dropout')}
        />
      </div>
      <div className={styles.flags}>
        <label>
          <input
            type="checkbox"
            checked={size === count}
            onChange={({ target }) =>
              lab.adjust(edits.setBatch(target.checked ? 'full' : Math.min(32, count)), 'batch')
            }
          />
          Full batch
        </label>
        <label>
          <input
            type="checkbox"
            checked={shuffle}
            onChange={({ target }) => rebuild(edits.setShuffle(target.checked), 'shuffle')}
          />
          Shuffle
        </label>
        <OpenWeights />
      </div>
    </>
  )
}
