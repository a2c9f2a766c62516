import { useEffect, useMemo, useRef } from 'react'
import { isOwn } from '../../core/experiment/networkData.ts'
import { dataKinds } from '../../core/networks/data/index.ts'
import * as edits from '../../state/networks/edits.ts'
import { type FitHandle, FitPlot } from './fit/FitPlot.tsx'
import styles from './NetworkLab.module.css'
import { offerFit } from './shownFit.ts'
import {
  useExperiment,
  useNetworkLab,
  useNetworkState,
  useSelected,
  useShownTraining,
} from './useNetwork.ts'
import { useStill } from './useStill.ts'

/** So many networks of a race stand side by side. */
const mostTiles = 4

/** One fit, or those of a race side by side, where curves do not lie in one picture. */
export function Fits() {
  const { prepared, probe } = useStill()
  const { runs } = prepared
  const selected = useSelected()
  if (runs.length < 2 || probe.rows < 2) return <OneFit run={selected} />
  const first = Math.max(0, Math.min(selected, runs.length - mostTiles))
  const tiles = runs.slice(first, first + mostTiles)
  return (
    <div className={styles.tiles}>
      {tiles.map(({ label }, i) => (
        <Tile key={label} run={first + i} label={label} isSelected={first + i === selected} />
      ))}
    </div>
  )
}

interface TileProps {
  readonly run: number
  readonly label: string
  readonly isSelected: boolean
}

function Tile({ run, label, isSelected }: TileProps) {
  const lab = useNetworkLab()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set cannot be a grid item that shrinks
    <div role="group" aria-label={label} className={styles.tile}>
      <button
        type="button"
        data-run={run}
        aria-pressed={isSelected}
        title={`Show the network of ${label}`}
        onClick={() => lab.look({ selected: run })}
      >
        {label}
      </button>
      <div>
        <OneFit run={run} isBare />
      </div>
    </div>
  )
}

function OneFit({ run, isBare = false }: { readonly run: number; readonly isBare?: boolean }) {
  const lab = useNetworkLab()
  const { prepared, probe } = useStill()
  const { points, dataset, classes, loss, runs } = prepared
  const { seen } = useShownTraining()
  const { data } = useExperiment()
  const selected = run
  const isOffered = useSelected() === run
  const sample = useNetworkState((state) => state.sample)
  const handle = useRef<FitHandle>(null)
  useEffect(
    () => (isOffered ? offerFit(lab, () => handle.current?.picture()) : undefined),
    [lab, isOffered],
  )
  const others = useMemo(
    () =>
      seen.flatMap(({ moment }, run) =>
        run === selected ? [] : [{ label: runs[run]?.label ?? '', run, answers: moment.answers }],
      ),
    [seen, selected, runs],
  )
  const kind = dataKinds.find(({ id }) => id === data.kind)
  const own = isOwn(data) ? data : undefined
  const isMissing = (i: number) => (_: unknown, k: number) => k !== i
  return (
    <FitPlot
      ref={handle}
      points={points}
      training={dataset.learned}
      classes={classes}
      loss={loss}
      probe={probe}
      moment={seen[selected]?.moment}
      {...(runs.length > 1 && { others, run: selected })}
      truth={kind?.truth}
      isBare={isBare}
      chosen={sample}
      onChoose={(chosen) => lab.look({ sample: chosen })}
      {...(own && {
        onAdd: (input: readonly number[], target: number) =>
          lab.rebuild(
            edits.setPoints({
              // As exactly as anyone can point.
              inputs: [...own.inputs, input.map((value) => Number(value.toPrecision(3)))],
              targets: [...own.targets, [Number(target.toPrecision(3))]],
            }),
          ),
        onRemove: (i: number) =>
          lab.rebuild(
            edits.setPoints({
              inputs: own.inputs.filter(isMissing(i)),
              targets: own.targets.filter(isMissing(i)),
            }),
          ),
      })}
    />
  )
}
