import { useCallback, useEffect, useMemo, useRef } from 'react'
import { isOwn } from '../../core/experiment/networkData.ts'
import { dataKinds } from '../../core/networks/data/index.ts'
import { indexOfPlace, placeOfIndex, type WeightPlace } from '../../core/networks/places.ts'
import { probeOf } from '../../core/networks/probe.ts'
import * as edits from '../../state/networks/edits.ts'
import { Region } from '../../ui/place.tsx'
import { type FitHandle, FitPlot } from './fit/FitPlot.tsx'
import { useTroubled } from './hand/Troubles.tsx'
import styles from './NetworkLab.module.css'
import { NetworkPicture } from './picture/NetworkPicture.tsx'
import { offerFit } from './shownFit.ts'
import {
  useExperiment,
  useNetworkLab,
  useNetworkState,
  useSelected,
  useShownTraining,
} from './useNetwork.ts'

/** The network and its answers, side by side. */
export const Pictures = () => (
  <div className={styles.pictures}>
    <Region name="Network" className={styles.network}>
      <Drawn />
    </Region>
    <Region name="Fit" className={styles.fit}>
      <Fit />
    </Region>
  </div>
)

/** What does not change while it trains stays the same object. */
function useStill() {
  const { prepared } = useShownTraining()
  const { points, architecture, classes } = prepared
  const probe = useMemo(() => probeOf(points), [points])
  const inputs = useMemo(() => namesOf('x', architecture.inputs), [architecture.inputs])
  const outputs = useMemo(
    () =>
      classes !== undefined && architecture.outputs > 1
        ? Array.from({ length: architecture.outputs }, (_, i) => `class ${i}`)
        : namesOf('ŷ', architecture.outputs),
    [architecture.outputs, classes],
  )
  return { prepared, probe, inputs, outputs }
}

const namesOf = (name: string, count: number): readonly string[] =>
  count === 1 ? [name] : Array.from({ length: count }, (_, i) => `${name}${i + 1}`)

function Drawn() {
  const lab = useNetworkLab()
  const { prepared, probe, inputs, outputs } = useStill()
  const { architecture } = prepared
  const { seen } = useShownTraining()
  const moment = seen[useSelected()]?.moment
  const parameter = useNetworkState((state) => state.parameter)
  const chosen = useMemo(
    () => (parameter === undefined ? undefined : placeOfIndex(architecture, parameter)),
    [architecture, parameter],
  )
  const choose = useCallback(
    (place: WeightPlace | undefined) =>
      lab.look({ parameter: place && indexOfPlace(architecture, place) }),
    [lab, architecture],
  )
  const editUnits = useCallback(
    (layer: number, units: number) => void lab.rebuild(edits.setUnits(layer, units)),
    [lab],
  )
  const editLayers = useCallback((count: number) => void lab.rebuild(edits.setLayers(count)), [lab])
  return (
    <NetworkPicture
      architecture={architecture}
      inputNames={inputs}
      outputNames={outputs}
      probe={probe}
      moment={moment}
      troubled={useTroubled()}
      chosen={chosen}
      onChoose={choose}
      onEditUnits={editUnits}
      onEditLayers={editLayers}
    />
  )
}

function Fit() {
  const lab = useNetworkLab()
  const { prepared, probe } = useStill()
  const { points, dataset, classes, loss, runs } = prepared
  const { seen } = useShownTraining()
  const { data } = useExperiment()
  const selected = useSelected()
  const sample = useNetworkState((state) => state.sample)
  const handle = useRef<FitHandle>(null)
  useEffect(() => offerFit(lab, () => handle.current?.picture()), [lab])
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
      chosen={sample}
      onChoose={(chosen) => lab.look({ sample: chosen })}
      {...(own && {
        onAdd: (input: readonly number[], target: number) =>
          lab.rebuild(
            edits.setPoints({
              inputs: [...own.inputs, input],
              targets: [...own.targets, [target]],
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
