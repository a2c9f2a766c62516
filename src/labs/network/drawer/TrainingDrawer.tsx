// labs/network/drawer/: charts of a training below its pictures, each opened by whoever wants it.
import { type ComponentType, useMemo } from 'react'
import { useStore } from 'zustand'
import drawer from '../../../panels/drawer/Drawer.module.css'
import { LogScale } from '../../../panels/drawer/LogScale.tsx'
import { playheadOf } from '../../../panels/lab/labContext.ts'
import { readably, useLaterShown } from '../../../panels/lab/pace.ts'
import { preferences, setOpen } from '../../../state/preferences.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { part } from '../../../ui/parts/Part.tsx'
import { LossChart } from '../charts/LossChart.tsx'
import { storyOf } from '../runs/story.ts'
import { useNetworkLab, useNetworkState, useSelected } from '../useNetwork.ts'
import styles from './TrainingDrawer.module.css'
import { useEpochs, useRacers } from './useRacers.ts'

const RateChart = part(async () => (await import('../afterwards.ts')).RateChart)
const LayersChart = part(async () => (await import('../afterwards.ts')).LayersChart)
const Rose = part(async () => (await import('../afterwards.ts')).Rose)
const RateFinder = part(async () => (await import('../finder/RateFinder.tsx')).RateFinder)

/** On a phone one asks for them. */
const roomy = matchMedia('(min-width: 768px), print')

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
  {
    id: 'finder',
    title: 'Find a learning rate',
    Body: RateFinder,
    isUsual: false,
  },
]

/** What the numbers of the training do. */
export function TrainingDrawer({ onLandscape }: { readonly onLandscape: () => void }) {
  const open = useStore(preferences, (state) => state.open)
  const shown = ({ id, title, Body, Tools, isUsual }: Chart) => (
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
  )
  return (
    <div className={`${drawer.drawer} ${styles.drawer}`} data-scrolls>
      {charts.filter(({ isUsual }) => isUsual).map(shown)}
      <div className={styles.further}>
        {charts.filter(({ isUsual }) => !isUsual).map(shown)}
        <button type="button" className={styles.landscape} onClick={onLandscape}>
          Loss landscape
        </button>
      </div>
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
  const changes = useMemo(
    () => storyOf(experiment, prepared).filter(({ isReached }) => isReached),
    [experiment, prepared],
  )
  return <RateChart {...useCharted()} changes={changes} />
}

function Layers() {
  const { seen } = useLaterShown(useNetworkLab(), readably)
  const layers = seen[useSelected()]?.moment.layers
  return layers && <LayersChart layers={layers} />
}
