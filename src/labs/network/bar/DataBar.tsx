// labs/network/bar/: what a network learns from: which data, how they are drawn and split, and points of one’s own.
import { dataNames, isOwn, nameOfData, ownId } from '../../../core/experiment/networkData.ts'
import { networkLimits } from '../../../core/experiment/networkLimits.ts'
import type { PreparedNetwork } from '../../../core/experiment/networkPrepare.ts'
import { dataKinds } from '../../../core/networks/data/index.ts'
import type { Points } from '../../../core/networks/data/kind.ts'
import { counted } from '../../../core/number.ts'
import bar from '../../../panels/function/FunctionBar.module.css'
import * as edits from '../../../state/networks/edits.ts'
import { Select } from '../../../ui/Select.tsx'
import { Field } from '../Field.tsx'
import { Unsaid } from '../Unsaid.tsx'
import { useExperiment, useNetworkLab, useNetworkState } from '../useNetwork.ts'
import styles from './DataBar.module.css'
import { OwnPoints } from './OwnPoints.tsx'

const options = dataNames.map(({ id, name }) => ({ value: id, name }))

/** What is learned from. */
export function DataBar() {
  const lab = useNetworkLab()
  const { data, split, standardize } = useExperiment()
  const dataset = useNetworkState(({ prepared }) => prepared.dataset)
  const [learned, judged] = [dataset.training.count, dataset.validation.count]
  return (
    <div className={bar.bar}>
      <h1 className="visually-hidden">{nameOfData(data)}</h1>
      <div className={`${bar.fields} ${styles.fields}`}>
        <Select
          label="Data"
          value={data.kind}
          options={options}
          onChange={(kind) =>
            lab.rebuild(
              kind === ownId ? takenOver(lab.store.getState().prepared) : edits.chooseData(kind),
            )
          }
        />
        {!isOwn(data) && <Numbers />}
        <Field
          label="Training share"
          value={split}
          least={0}
          most={1}
          isAbove
          step={0.1}
          onChange={(share) => lab.rebuild(edits.setSplit(share), 'split')}
        />
        <label className={styles.flag}>
          <input
            type="checkbox"
            checked={standardize}
            onChange={({ target }) => lab.rebuild(edits.setStandardize(target.checked))}
          />
          Standardize
        </label>
        <OwnPoints />
        <Unsaid part="data" className={styles.unsaid} />
        <p className={styles.counts}>
          {counted(learned)} to learn from
          {judged > 0 && (
            <>
              <br />
              {counted(judged)} to be judged by
            </>
          )}
        </p>
      </div>
    </div>
  )
}

/** Places after the point that a link can say of many points. */
const places = 3

/** The points that are there, as points of one's own. */
const takenOver = ({ points, loss }: PreparedNetwork) => {
  const rounded = (rows: Points['inputs']) =>
    rows.map((row) => row.map((value) => Number(value.toFixed(places))))
  return edits.setPoints({ inputs: rounded(points.inputs), targets: rounded(points.targets) }, loss)
}

/** How generated data are drawn. */
function Numbers() {
  const lab = useNetworkLab()
  const { data } = useExperiment()
  const kind = dataKinds.find(({ id }) => id === data.kind)
  if (isOwn(data) || !kind) return null
  const { n = kind.n, noise = kind.noise, seed = 0 } = data
  return (
    <>
      <Field
        label="Samples"
        value={n}
        isWhole
        least={1}
        most={networkLimits.points.most}
        step={n >= 100 ? 50 : 10}
        onChange={(count) => lab.rebuild(edits.setData({ n: count }), 'samples')}
      />
      <Field
        label="Noise"
        value={noise}
        least={0}
        step={0.1}
        onChange={(value) => lab.rebuild(edits.setData({ noise: value }), 'noise')}
      />
      <button
        type="button"
        title={`Draws them anew: these are from seed ${seed}`}
        onClick={() => lab.rebuild(edits.setData({ seed: seed + 1 }))}
      >
        Other points
      </button>
    </>
  )
}
