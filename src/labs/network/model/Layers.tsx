import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import * as edits from '../../../state/networks/edits.ts'
import { Select } from '../../../ui/Select.tsx'
import { Field } from '../Field.tsx'
import { useExperiment } from '../useNetwork.ts'
import styles from './Model.module.css'
import { activationOptions, initOptions, lossOptions } from './names.ts'
import type { Rebuilding } from './useRebuild.ts'

/** What the network is made of; a change makes a new one, and says so. */
export function Layers({ rebuild, deepen }: Rebuilding) {
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
      {layers.length > 1 && <Activations rebuild={rebuild} />}
    </>
  )
}

/** An activation of its own for each layer. */
function Activations({ rebuild }: Pick<Rebuilding, 'rebuild'>) {
  const { layers, activation } = useExperiment()
  const isEach = typeof activation !== 'string'
  return (
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
  )
}
