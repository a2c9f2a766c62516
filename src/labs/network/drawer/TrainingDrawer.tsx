// labs/network/drawer/: charts of a training below its pictures, each opened by whoever wants it.
import { type ComponentType, useMemo } from 'react'
import { useStore } from 'zustand'
import { pointsAt } from '../../../core/networks/insight/model.ts'
import { roseOf } from '../../../core/networks/insight/rose.ts'
import drawer from '../../../panels/drawer/Drawer.module.css'
import { LogScale } from '../../../panels/drawer/LogScale.tsx'
import { playheadOf } from '../../../panels/lab/labContext.ts'
import { atRest, readably, useLaterShown } from '../../../panels/lab/pace.ts'
import { preferences, setOpen } from '../../../state/preferences.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { part } from '../../../ui/parts/Part.tsx'
import { LossChart } from '../charts/LossChart.tsx'
import { storyOf } from '../runs/story.ts'
import { useNetworkLab, useNetworkState, useSelected } from '../useNetwork.ts'
import styles from './TrainingDrawer.module.css'
import { useEpochs, useRacers } from './useRacers.ts'

const RateChart = part(async () => (await import('../charts/RateChart.tsx')).RateChart)
const LayersChart = part(async () => (await import('../charts/LayersChart.tsx')).LayersChart)
const GradientRose = part(async () => (await import('../charts/GradientRose.tsx')).GradientRose)

/** On a phone one asks for them. */
const roomy = matchMedia('(min-width: 768px)')

interface Chart {
  readonly id: string
  readonly title: string
  readonly Body: ComponentType
  readonly Tools?: ComponentType
  /** Where there is room for it. */
  readonly isUsual: boolean
}

const charts: readonly Chart[] = [
  { id: 'loss', title: 'Loss', Body: Losses, Tools: LogScale, isUsual: true },
  { id: 'layers', title: 'Layers', Body: Layers, isUsual: true },
  { id: 'rate', title: 'Rates', Body: Rates, isUsual: false },
  { id: 'batch', title: 'Batch', Body: Rose, isUsual: false },
]

/** What the numbers of the training do. */
export function TrainingDrawer({ onLandscape }: { readonly onLandscape: () => void }) {
  const open = useStore(preferences, (state) => state.open)
  return (
    <div className={`${drawer.drawer} ${styles.drawer}`} data-scrolls>
      {charts.map(({ id, title, Body, Tools, isUsual }) => (
        <Disclosure
          key={id}
          title={title}
          open={open[id] ?? (isUsual && roomy.matches)}
          onToggle={(value) => setOpen(id, value)}
          className={`${drawer.loss} ${styles[id]}`}
          tools={Tools && <Tools />}
        >
          <Body />
        </Disclosure>
      ))}
      <button type="button" className={styles.landscape} onClick={onLandscape}>
        Loss landscape
      </button>
    </div>
  )
}

/** What charts over time show, and how they lead to where they are clicked. */
function useCharted() {
  const lab = useNetworkLab()
  return {
    racers: useRacers(),
    playhead: playheadOf(lab),
    logScale: useStore(preferences, (state) => state.logScale),
    selected: useSelected(),
    onSeek(step: number) {
      lab.pause()
      lab.seek(step)
    },
  }
}

function Losses() {
  const classes = useNetworkState(({ shown }) => shown?.prepared.classes !== undefined)
  return <LossChart {...useCharted()} epochs={useEpochs()} classes={classes} />
}

function Rates() {
  const prepared = useNetworkState((state) => state.prepared)
  const experiment = useNetworkState((state) => state.experiment)
  const changes = useMemo(() => storyOf(experiment, prepared), [experiment, prepared])
  return <RateChart {...useCharted()} changes={changes} />
}

function Layers() {
  const { seen } = useLaterShown(useNetworkLab(), readably)
  const layers = seen[useSelected()]?.moment.layers
  return layers && <LayersChart layers={layers} />
}

/** More multiplications are not done beside the picture. */
const mostWork = 2e8

/** Each point's own gradient, when the picture rests. */
function Rose() {
  const { seen, prepared } = useLaterShown(useNetworkLab(), atRest)
  const { moment } = seen[useSelected()] ?? seen[0] ?? {}
  const { dataset, architecture, loss } = prepared
  const rose = useMemo(() => {
    if (!moment || moment.batch.length * moment.parameters.length > mostWork) return undefined
    const examples = pointsAt(dataset.training, moment.batch)
    return roseOf({ architecture, parameters: moment.parameters }, { examples, loss })
  }, [moment, dataset, architecture, loss])
  if (!moment) return null
  if (!rose) return <p>So many gradients take too long here: choose a smaller batch or network.</p>
  return (
    <GradientRose
      samples={Array.from(rose.along, (along, i) => ({ along, across: rose.across[i] as number }))}
      meanNorm={rose.meanNorm}
      batch={moment.batch.length}
      spread={rose.spread}
    />
  )
}
