// labs/network/model/: the network that is trained, as controls: layers, activations, where parameters begin, batches
// and epochs.
import { useState } from 'react'
import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import { sizeOf } from '../../../core/networks/network.ts'
import { counted } from '../../../core/number.ts'
import type { Edit } from '../../../state/networks/changes.ts'
import * as edits from '../../../state/networks/edits.ts'
import { Region } from '../../../ui/place.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Field } from '../Field.tsx'
import { Unsaid } from '../Unsaid.tsx'
import { useExperiment, useNetworkLab, useNetworkState } from '../useNetwork.ts'
import styles from './Model.module.css'
import { activationOptions, initOptions, lossOptions } from './names.ts'
import { OpenWeights } from './OpenWeights.tsx'

/** The network that is trained, and how it is: all but the optimizer. */
export function ModelPanel() {
  const architecture = useNetworkState(({ prepared }) => prepared.architecture)
  const { inputs, hidden, outputs } = architecture
  return (
    <Region name="Model" className={styles.model}>
      <header className={styles.header}>
        <h2>Model</h2>
        <p>
          {[inputs, ...hidden, outputs].join('–')}, {counted(sizeOf(architecture))} parameters
        </p>
      </header>
      <Layers />
      <Course />
    </Region>
  )
}

/** What changes the network: training begins anew, and says so. */
function useRebuild() {
  const lab = useNetworkLab()
  const experiment = useNetworkState((state) => state.experiment)
  /** Of what it was said: after Undo it is not true. */
  const [told, tell] = useState<object>()
  const saying = (change: () => boolean) => {
    const had = Math.floor(lab.store.getState().playhead) > 0
    const isRebuilt = change()
    tell(isRebuilt && had ? lab.store.getState().experiment : undefined)
    return isRebuilt
  }
  const rebuild = (edit: Edit, about: string) => saying(() => lab.rebuild(edit, about))
  const deepen = (count: number) => saying(() => lab.deepen(count, 'layers'))
  const words = told === experiment ? 'A new network: training began anew.' : ''
  return { rebuild, deepen, told: words }
}

function Layers() {
  const { rebuild, deepen, told } = useRebuild()
  const { layers, activation, init, loss } = useExperiment()
  const isEach = typeof activation !== 'string'
  return (
    <>
      <div className={styles.fields}>
        <Field
          label="Hidden layers"
          value={layers.length}
          isWhole
          least={0}
          most={networkLimits.layers.most}
          onChange={deepen}
        />
        {layers.map((units, layer) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
            key={layer}
            label={`Units in layer ${layer + 1}`}
            value={units}
            isWhole
            least={1}
            most={networkLimits.units.most}
            onChange={(count) => rebuild(edits.setUnits(layer, count), `units ${layer}`)}
          />
        ))}
      </div>
      <div className={styles.fields}>
        <Select
          label="Activation"
          value={isEach ? '' : activation}
          options={
            isEach ? [{ value: '', name: 'by layer' }, ...activationOptions] : activationOptions
          }
          onChange={(chosen) => chosen && rebuild(edits.setActivation(chosen), 'activation')}
        />
        <Select
          label="Initialization"
          value={init}
          options={initOptions}
          onChange={(chosen) => rebuild(edits.setInit(chosen), 'init')}
        />
        <Select
          label="Loss function"
          value={loss}
          options={lossOptions}
          onChange={(chosen) => rebuild(edits.setLoss(chosen), 'loss')}
        />
      </div>
      {layers.length > 1 && (
        <details className={styles.each} open={isEach}>
          <summary>Activation of each layer</summary>
          <div className={styles.fields}>
            {layers.map((_, layer) => (
              <Select
                // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
                key={layer}
                label={`Layer ${layer + 1}`}
                value={isEach ? (activation[layer] ?? '') : activation}
                options={activationOptions}
                onChange={(chosen) =>
                  rebuild(edits.setLayerActivation(layer, chosen), `activation ${layer}`)
                }
              />
            ))}
          </div>
        </details>
      )}
      <p role="status" className={styles.told}>
        {told}
      </p>
    </>
  )
}

/** Batches, epochs, chance. */
function Course() {
  const lab = useNetworkLab()
  const { rebuild } = useRebuild()
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
      <Unsaid part="weights" className={styles.told} />
    </>
  )
}
