import { useCallback, useMemo } from 'react'
import { isOwn } from '../../core/experiment/networkData.ts'
import { dataKinds } from '../../core/networks/data/index.ts'
import * as edits from '../../state/networks/edits.ts'
import { FitPlot } from './fit/FitPlot.tsx'
import type { FitHandle } from './fit/keptPicture.ts'
import { useExperiment, useNetworkLab, useNetworkState, useShownTraining } from './useNetwork.ts'
import { useStill } from './useStill.ts'

/** Takes a fit while it is on the screen. */
export type Holding = (run: number, fit: FitHandle | null) => void

interface FitProps {
  readonly run: number
  readonly isBare?: boolean
  readonly onHold: Holding
}

/** The fit of one run, and what a pointer does there to points of one's own. */
export function OneFit({ run, isBare = false, onHold }: FitProps) {
  const lab = useNetworkLab()
  const { prepared, probe } = useStill()
  const { points, dataset, classes, loss, runs } = prepared
  const { seen } = useShownTraining()
  const { data } = useExperiment()
  const sample = useNetworkState((state) => state.sample)
  const hold = useCallback((fit: FitHandle | null) => onHold(run, fit), [onHold, run])
  const others = useMemo(
    () =>
      seen.flatMap(({ moment }, other) =>
        other === run
          ? []
          : [{ label: runs[other]?.label ?? '', run: other, answers: moment.answers }],
      ),
    [seen, run, runs],
  )
  const kind = dataKinds.find(({ id }) => id === data.kind)
  const own = isOwn(data) ? data : undefined
  const isMissing = (i: number) => (_: unknown, k: number) => k !== i
  return (
    <FitPlot
      ref={hold}
      points={points}
      training={dataset.learned}
      classes={classes}
      loss={loss}
      probe={probe}
      moment={seen[run]?.moment}
      {...(runs.length > 1 && { others, run, name: runs[run]?.label })}
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
